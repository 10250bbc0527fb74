import { NativeSelect } from '@mantine/core';
import { messages } from './messages.ts';

const ROLES = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** One of the roles; the names say what each may do. */
export function RoleSelect({ label, value, onChange, isLabelShown = false }: { label: string; value: Role; onChange: (role: Role) => void; isLabelShown?: boolean }) {
  return (
    <NativeSelect
      {...(isLabelShown ? { label } : { 'aria-label': label })} value={value} data={ROLES.map((role) => ({ value: role, label: messages.roles[role] }))}
      onChange={({ currentTarget }) => onChange(ROLES.find((role) => role === currentTarget.value) ?? 'viewer')}
    />
  );
}
