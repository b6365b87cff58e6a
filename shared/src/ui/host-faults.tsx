/** Thrown by getToken when a person must act first. `administrator` when only the IT team can. */
export class SignInNeeded extends Error {
  readonly who: 'person' | 'administrator';
  constructor(who: 'person' | 'administrator') {
    super(who === 'person' ? 'Sign in to go on.' : 'Your IT team must approve this app.');
    this.name = 'SignInNeeded';
    this.who = who;
  }
}

/** Thrown by getToken when the host was set up wrongly: waiting, signing in or approving would not help. */
export class SetUpFault extends Error {
  readonly whatToDo: string;
  constructor(why: string, whatToDo: string) {
    super(why);
    this.name = 'SetUpFault';
    this.whatToDo = whatToDo;
  }
}
