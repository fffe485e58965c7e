import { msg } from '@lit/localize';
import type { SsoEventType, SsoStep } from '../../model/index.js';

/** L2: what came of a sign-in, in a few words. */
export function outcomeWords(type: SsoEventType): string {
  switch (type) {
    case 'success':
      return msg('Success');
    case 'saml-validation-error':
      return msg('SAML validation error');
    case 'user-does-not-exist':
      return msg('User does not exist');
    case 'contact-does-not-exist':
      return msg('Contact does not exist');
    case 'saml-certificate-expired':
      return msg('SAML certificate expired');
    case 'saml-response-expired':
      return msg('SAML response expired');
    case 'too-many-contacts-match':
      return msg('Too many contacts match');
    case 'user-access-denied':
      return msg('User access denied');
  }
}

/** What has happened, for somebody who knows neither SAML nor the portal's rules (vendor help, single sign-on log). */
export function meaningWords(type: SsoEventType): string {
  switch (type) {
    case 'success':
      return msg('The person signed in to the portal through the identity provider.');
    case 'saml-validation-error':
      return msg(
        'The portal knows the person, but what the identity provider answered did not prove who they are.',
      );
    case 'user-does-not-exist':
      return msg('The person has a portal login, but the identity provider does not know them.');
    case 'contact-does-not-exist':
      return msg(
        'The identity provider knows the person, but no contact here has their e-mail address, and the portal does not create contacts by itself.',
      );
    case 'saml-certificate-expired':
      return msg(
        'The certificate with which the identity provider signs its answers has expired. Until it is renewed, nobody can sign in this way.',
      );
    case 'saml-response-expired':
      return msg('The identity provider’s answer was no longer valid when it reached the portal.');
    case 'too-many-contacts-match':
      return msg(
        'The portal may create contacts, but several contacts already have this e-mail address, so it does not know whom to let in.',
      );
    case 'user-access-denied':
      return msg('A condition that is set up for the identity provider denies the person access.');
  }
}

/** One thing to do, as a sentence. */
export function stepWords(step: SsoStep): string {
  switch (step) {
    case 'renew-certificate':
      return msg('Renew the signing certificate in the identity provider.');
    case 'upload-certificate':
      return msg(
        'Upload the new certificate in the PSA, in the identity provider’s settings of this company.',
      );
    case 'try-again':
      return msg('Ask the person to close the browser’s tab and to sign in once more.');
    case 'check-clocks':
      return msg(
        'If it happens often: check the clock of the identity provider’s server and how long its answers are valid.',
      );
    case 'compare-attributes':
      return msg(
        'Compare the attributes that the identity provider sends, above all the e-mail address, with the contact and its user name.',
      );
    case 'check-issuer':
      return msg('Check the issuer, the address of the portal and the certificate in both systems.');
    case 'add-to-provider':
      return msg('Create the person in the identity provider, or assign the portal’s application to them.');
    case 'use-login-page':
      return msg('Until then they can sign in on the portal’s login page with user name and password.');
    case 'create-contact':
      return msg('Create a contact with this e-mail address under “Users”, then activate its portal login.');
    case 'correct-email':
      return msg('If the contact exists under another address, correct the address in the PSA.');
    case 'let-create-contacts':
      return msg(
        'If new people shall get in by themselves, let the portal create contacts: in the identity provider’s settings in the PSA.',
      );
    case 'one-contact-per-email':
      return msg(
        'Give each contact an e-mail address of its own, or deactivate the ones that are no longer needed.',
      );
    case 'check-conditions':
      return msg(
        'Check the conditions in the identity provider’s settings in the PSA: which one applies to the person?',
      );
    case 'ask-provider-admin':
      return msg(
        'If they should get in, have their groups or attributes corrected in the identity provider.',
      );
  }
}
