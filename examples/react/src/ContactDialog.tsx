import { useEffect, useRef } from 'react';

export type Contact = HTMLElementEventMap['portal-edit-contact']['detail']['contact'];

interface ContactDialogProps {
  contact: Contact;
  onClose: () => void;
}

/** Here your app shows its own page of the contact. */
export function ContactDialog({ contact, onClose }: ContactDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // In strict mode React runs this twice.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const { id, firstName = '', lastName = '' } = contact;
  return (
    <dialog ref={dialog} aria-labelledby="contact-name" onClose={onClose}>
      <h2 id="contact-name">{`${firstName} ${lastName}`.trim() || `Contact ${id}`}</h2>
      <p>Here your app shows its own page of the contact.</p>
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  );
}
