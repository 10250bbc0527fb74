/** Words of the settings, in English. */
export const messages = {
  title: 'Settings',
  sections: { organisation: 'Organisation', members: 'Members' },
  choose: 'Section of the settings',
  name: 'Name',
  timeZone: 'Time zone',
  bands: 'A match from',
  strong: 'Strong from',
  caption: 'Members of this organisation',
  member: 'Name',
  email: 'E-mail',
  role: 'Role',
  roles: { owner: 'Owner', editor: 'Editor', viewer: 'Viewer' },
} as const;
