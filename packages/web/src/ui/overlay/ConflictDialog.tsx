import { Button, Modal } from '@mantine/core';
import { messages } from '../messages.ts';
import classes from './dialog.module.css';

type ConflictDialogProps = {
  isOpen: boolean;
  /** What differs: only that, in words. */
  differences: readonly { name: string; mine: string; theirs: string }[];
  isBusy?: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
};

/** After a refused save (412): what differs between one's own version and the one stored meanwhile, and the choice. */
export function ConflictDialog({ isOpen, differences, isBusy = false, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) {
  const words = messages.conflict;
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.title} size="lg" centered closeButtonProps={{ 'aria-label': messages.close }}>
      <p>{words.text}</p>
      <table className={classes.differences}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ name, mine, theirs }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.actions}>
        <Button variant="default" disabled={isBusy} onClick={onTakeTheirs}>
          {words.takeTheirs}
        </Button>
        <Button loading={isBusy} onClick={onKeepMine}>
          {words.keepMine}
        </Button>
      </div>
    </Modal>
  );
}
