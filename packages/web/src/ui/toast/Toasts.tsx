import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where short messages appear; once a page. */
export function Toasts() {
  return <Notifications position="bottom-right" limit={3} />;
}
