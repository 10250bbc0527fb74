import { language } from './language.ts';

/** Words by name, in sections; a function where a sentence takes something in. */
export type Messages = { readonly [name: string]: string | ((...args: never[]) => string) | Messages };

/** The same names and parameters, in another language. A name too few or too many does not compile. */
export type Translation<M> = {
  readonly [K in keyof M]: M[K] extends string ? string : M[K] extends (...args: infer A) => string ? (...args: A) => string : Translation<M[K]>;
};

const arriving: Promise<void>[] = [];

/**
 * The words of a feature in the language of this page.
 *
 * English is part of the feature's code; another language comes as a file of its own, only when it is spoken, and takes
 * English's place before the feature's page is shown (`withMessages`). Read words where they are used: what a module copies
 * while it loads stays English. A language file that does not arrive leaves English in place.
 */
export function defineMessages<M extends Messages>(english: M, others: { ar: () => Promise<{ messages: Translation<M> }> }): Translation<M> {
  const messages = { ...english } as unknown as Translation<M>;
  if (language !== 'en') {
    const arrival = others[language]().then(
      (translated) => void Object.assign(messages, translated.messages),
      () => undefined,
    );
    arriving.push(arrival);
  }
  return messages;
}

/**
 * Loads a part of the application together with its words: for everything that is loaded late.
 *
 * @example const Chart = lazy(withMessages(() => import('./VolumeChart.tsx').then(({ VolumeChart }) => ({ default: VolumeChart }))));
 */
export function withMessages<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const part = await load();
    await messagesReady();
    return part;
  };
}

/** Resolves when the words of everything loaded so far are there. */
export async function messagesReady(): Promise<void> {
  while (arriving.length > 0) await Promise.all(arriving.splice(0));
}
