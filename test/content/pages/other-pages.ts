/** Pages around the company page that use the same words. None of them may be taken for it. */

const page = (title: string, labels: string[], more = ''): string => `<!doctype html>
  <html lang="en"><head><title>${title}</title></head><body>
  <div class="PageHeadingContainer"><div class="TitleBarItem Title"><div class="Text">${title}</div></div></div>
  <form>${labels.map((label) => `<div class="LabelContainer1"><div class="Text"><span class="PrimaryText">${label}</span></div></div>`).join('')}
  ${more}</form></body></html>`;

const loginLink = '<a href="https://nordlicht.itclientportal.com/">Client Portal Login</a>';

export const otherPages: Record<string, string> = {
  'the list of companies': page(
    'Manage Client Portal Organizations',
    [
      'Notifications',
      'Knowledge Base',
      'Documentation',
      'Taskfire',
      'Enabled for Client Portal',
      'Early Access',
    ],
    loginLink,
  ),
  'the list of companies in German': page('Kundenportal - Kunden verwalten', [
    'Benachrichtigungen',
    'Knowledge Base',
    'Für Kundenportal aktiviert',
    'Zwei-Faktor-Authentisierung (2FA)',
  ]),
  'the global settings': page(
    'Client Portal Settings',
    [
      'Quick Ticket',
      'Two-Factor Authentication (2FA)',
      'Client Portal Login URL',
      'Manage Logos',
      'Notifications',
      'Time Zone',
      'Knowledge Base',
    ],
    loginLink,
  ),
  'the security levels': page('Manage Security Levels', [
    'Client Portal',
    'Knowledge Base',
    'Assigned Resource',
    'Quick Ticket',
    'Taskfire',
  ]),
  'the sign-in log': page('Single Sign-On Log', [
    'Client Portal',
    'View Log',
    'Two-Factor Authentication (2FA)',
  ]),
  'a contact with its portal tab': page('Edit Contact', [
    'Client Portal',
    'Security Level',
    'Time Zone',
    'Two-Factor Authentication (2FA)',
    'Notifications',
    'Activate Client Portal login',
  ]),
  'a company': page('Organization Detail', [
    'Client Portal',
    'Time Zone',
    'Assigned Resource',
    'Notifications',
    'Taskfire',
  ]),
  'the help about the page': `<!doctype html><html lang="en"><head><title>Client Portal Organization Detail</title></head>
    <body><h1>The Client Portal Organization Detail page</h1><table><tr><td>Assigned Resource</td></tr>
    <tr><td>Show Time</td></tr><tr><td>Notifications</td></tr></table></body></html>`,
  'the shell around the page': `<!doctype html><html lang="en"><head><title>Client Portal Organization Detail</title></head>
    <body><div data-slot="header"></div><main><div data-slot="iframe"><iframe></iframe></div></main></body></html>`,
};
