/**
 * The address at which the PSA opens a contact: its documented entry for links from outside, whatever its own pages are
 * called (vendor help, ExecuteCommand API). It asks for a sign-in where there is none, and opens the contact in a pop-up.
 */
export function contactPage(psaOrigin: string, contactId: number): string {
  const url = new URL('/Autotask/AutotaskExtend/ExecuteCommand.aspx', psaOrigin);
  url.searchParams.set('Code', 'OpenContact');
  url.searchParams.set('ContactID', String(contactId));
  return url.href;
}
