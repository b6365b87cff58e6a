/** Words that errors and questions of a public service do without (GOV.UK error message), and the asterisk that says 'required'. */
const banned = /\*|\b(please|sorry|oops|invalid|forbidden|required|illegal)\b/i;

/** The first banned word on the page, or undefined. */
export const bannedWordOnPage = (): string | undefined => banned.exec(document.body.textContent ?? '')?.[0];
