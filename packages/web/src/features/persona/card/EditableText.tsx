import classes from './card.module.css';

type EditableTextProps = {
  label: string;
  value: string;
  placeholder: string;
  isReadOnly: boolean;
  maxLength: number;
  onChange: (value: string) => void;
  /** Enter in a text of one line. Texts without it take line breaks. */
  onEnter?: () => void;
  /** Backspace in an empty text. */
  onEmpty?: () => void;
  className?: string | undefined;
};

/** Text that is edited where it stands; as high as it needs, and a plain text for whoever may not edit. */
export function EditableText({ label, value, placeholder, isReadOnly, maxLength, onChange, onEnter, onEmpty, className }: EditableTextProps) {
  if (isReadOnly) return <p dir="auto" className={`${classes.text} ${className ?? ''}`}>{value}</p>;
  return (
    <textarea
      dir="auto" className={`${classes.text} ${classes.editable} ${className ?? ''}`} rows={1} aria-label={label} placeholder={placeholder} value={value} maxLength={maxLength}
      onChange={(event) => onChange(onEnter === undefined ? event.currentTarget.value : event.currentTarget.value.replaceAll('\n', ' '))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && onEnter !== undefined) {
          event.preventDefault();
          onEnter();
        } else if (event.key === 'Backspace' && value === '' && onEmpty !== undefined) {
          event.preventDefault();
          onEmpty();
        }
      }}
    />
  );
}
