/**
 * Whether a text is an account id, or a word in its place, such as `ACCOUNT_ID` or `aws_account_id`: an account has digits
 * only, so a word can be nothing but a placeholder.
 */
export function isAccountIdOrWord(text: string): boolean {
  return /^\d{12}$/.test(text) || /[A-Za-z_-]{3}/.test(text);
}
