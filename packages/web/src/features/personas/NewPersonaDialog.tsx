import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type Schemas, unwrap } from '@likeness/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { ChooseOne } from '../../ui/control/Choose.tsx';
import { FileDrop } from '../../ui/control/FileDrop.tsx';
import { SegmentedControl } from '../../ui/control/SegmentedControl.tsx';
import { messages as uiMessages } from '../../ui/messages.ts';
import { showToast } from '../../ui/toast/show-toast.ts';
import { toChangeTrouble } from '../../ui/trouble/to-trouble.ts';
import { useFocusReturn } from '../../ui/overlay/use-focus-return.ts';
import { messages } from './messages.ts';
import classes from './new-persona.module.css';
import { type PersonaDraft, readPersonaJson } from './read-persona-json.ts';
import { type GallerySearch, WAYS } from './search.ts';
import { listTemplates, mapToAttributes, toMappingRules } from './templates.ts';

/** Some hundred personas with photos and pictures. */
const LARGEST_FILE = 50_000_000;

type Way = NonNullable<GallerySearch['create']>;
type FormProps = { isBusy: boolean; error: string | null; onMake: (drafts: PersonaDraft[]) => void };

/** Makes a persona: with a name only, from a template on one's own questions, or from JSON. Opens it when there is one. */
export function NewPersonaDialog({ way, onWay, onClose }: { way: Way; onWay: (way: Way) => void; onClose: () => void }) {
  useFocusReturn();
  const words = messages.create;
  const { make, isBusy, error } = useMake(onClose);
  const form = { isBusy, error, onMake: make };
  return (
    <Modal opened onClose={onClose} title={words.title} centered size="lg" closeButtonProps={{ 'aria-label': uiMessages.close }}>
      <div className={classes.form}>
        <SegmentedControl label={words.way} choices={WAYS.map((value) => ({ value, name: words.ways[value] }))} value={way} onChange={onWay} />
        {way === 'blank' && <BlankForm {...form} />}
        {way === 'template' && <TemplateForm {...form} />}
        {way === 'json' && <JsonForm {...form} />}
      </div>
    </Modal>
  );
}

function BlankForm({ isBusy, error, onMake }: FormProps) {
  const words = messages.create;
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onMake([{ name: name.trim(), description: description.trim() }]);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput label={words.name} placeholder={words.namePlaceholder} value={name} required maxLength={200} data-autofocus error={error} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={words.description} value={description} maxLength={2000} onChange={(event) => setDescription(event.currentTarget.value)} />
      <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
        {words.make}
      </Button>
    </form>
  );
}

function TemplateForm({ isBusy, error, onMake }: FormProps) {
  const words = messages.create;
  const templates = listTemplates();
  const [id, setId] = useState<string | null>(templates[0]?.id ?? null);
  const [changed, setChanged] = useState<Record<string, string | null>>({});
  const { data: held = [], isPending } = useQuery({ queryKey: keyOf('attributes', 'held'), queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/attributes/held', { signal })).items });
  const template = templates.find((one) => one.id === id);
  if (template === undefined) return null;
  const chosen = { ...mapToAttributes(template, held), ...changed };
  const mapping_rules = toMappingRules(template, chosen);
  const choices = held.map(({ attribute, label }) => ({ value: attribute, label: label === null ? attribute : `${attribute}: ${label}` }));
  const choose = (next: string | null): void => {
    setId(next ?? id);
    setChanged({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (mapping_rules !== null) onMake([{ name: template.name, description: template.description, mapping_rules }]);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <ChooseOne label={words.template} choices={templates.map(({ id: value, name: label }) => ({ value, label }))} value={id} onChange={choose} />
      <p className={classes.hint}>{template.description}</p>
      <fieldset className={classes.needs}>
        <legend>{words.needs}</legend>
        {template.needs.map(({ key, text }) => (
          <ChooseOne key={key} label={text} choices={choices} placeholder={words.leaveOut} value={chosen[key] ?? null} onChange={(value) => setChanged({ ...changed, [key]: value })} />
        ))}
      </fieldset>
      {(error !== null || (mapping_rules === null && !isPending)) && (
        <p className={error === null ? classes.hint : classes.problem} role="alert">
          {error ?? (held.length === 0 ? words.noMatch : words.pickOne)}
        </p>
      )}
      <Button type="submit" loading={isBusy} disabled={mapping_rules === null}>
        {words.make}
      </Button>
    </form>
  );
}

function JsonForm({ isBusy, error, onMake }: FormProps) {
  const words = messages.create;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readPersonaJson(text);
    setProblem(read.problem);
    if (read.problem === null) onMake(read.personas);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <FileDrop endings={['json']} largestBytes={LARGEST_FILE} isBusy={isBusy} onFile={(file) => void file.text().then(setText)} />
      <Textarea
        label={words.json} description={words.jsonHint} autosize minRows={8} maxRows={16} dir="ltr" value={text} error={problem ?? error}
        classNames={{ input: classes.code ?? '' }} onChange={(event) => setText(event.currentTarget.value)} data-autofocus
      />
      <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
        {words.makeMany}
      </Button>
    </form>
  );
}

/** Creates one after the other: the first that is refused stops it, and its reason is shown. */
function useMake(onDone: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (drafts: PersonaDraft[]) => {
      const made: Schemas['PersonaAnswer'][] = [];
      // The server checks every field of it, and names the one that is not right.
      for (const draft of drafts) made.push(unwrap(await likeness.POST('/api/cx-personas', { body: draft as unknown as Schemas['NewPersona'] })) as Schemas['PersonaAnswer']);
      return made;
    },
    onSuccess: async (made) => {
      const [only, another] = made;
      showToast({ text: only !== undefined && another === undefined ? messages.create.made(only.name) : messages.create.madeMany(made.length) });
      if (only === undefined || another !== undefined) return onDone();
      return navigate({ to: '/persona-builder/$personaId', params: { personaId: String(only.id) }, search: { tab: 'canvas' } });
    },
    onSettled: () => {
      for (const resource of ['personas', 'figures'] as const) void queries.invalidateQueries({ queryKey: keyOf(resource) });
    },
  });
  return { make: mutate, isBusy: isPending, error: error === null ? null : toReason(error) };
}

function toReason(error: Error): string {
  const { title, text, problems } = toChangeTrouble(error);
  return [problems.length === 0 ? `${title}. ${text}` : title, ...problems.map(({ path, message }) => `${path}: ${message}`)].join(' ');
}
