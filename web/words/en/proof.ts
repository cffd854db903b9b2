import type { proof as zh } from '../zh-CN/proof.ts';

export const proof: typeof zh = {
  title: 'Confirm it is you',
  again: 'Confirm once more that it is you',
  againLead: 'Needed before roles change and lists are exported; it lasts five minutes.',
  totp: 'Code from your phone',
  totpHint: 'Six digits in your authenticator app, new every 30 seconds',
  password: 'Password',
  confirm: 'Confirm',
  confirmed: 'Confirmed. Please try again now.',
  goOn: 'Continue',

  codeLead: 'Open the authenticator app on your phone and type the six digits of 时间银行 (Timebank).',
  lost: 'Phone not at hand? Use a recovery code',
  recovery: 'Recovery code',
  recoveryHint:
    'Eight characters written down at set-up, each good once. None left? An administrator of the unit above can help.',
  useCode: 'Use a code from the phone',

  enrolTitle: 'Set up codes on your phone',
  enrolLead:
    'Administrators can see many people’s data, so signing in also takes a code from your phone. Set it up once, then type six digits each time.',
  enrolOwn: 'Signing in and changing roles will then take six digits from your phone: a password alone lets nobody in.',
  enrolAgain: 'A new phone: once it has confirmed, codes from the old one are no longer taken.',
  enrolStart: 'Start',
  enrolSteps: [
    'Install an authenticator app on your phone: any app that makes TOTP codes.',
    'Scan the QR code below with it, or type the key by hand.',
    'Type the six digits it shows.',
  ],
  qr: 'QR code for the authenticator app',
  secret: 'Key',
  enrolDo: 'Finish',
  enrolled: 'Done. You are signed out everywhere else.',
  recoveryTitle: 'Keep these recovery codes',
  recoveryLead:
    'If the phone is lost, one of them signs you in; each works once. They are shown only now: print them or write them down, and not on the same phone.',
  print: 'Print',
  kept: 'Kept safe, continue',
  postsLead: 'Or work in another role first:',
  signOut: 'Sign out',
};
