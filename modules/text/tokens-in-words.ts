/** A text with the words of a plan for each token of cdktf, whose name tells nobody anything. */
export function tokensInWords(text: string): string {
  return text.replaceAll(/[$#]\{TfToken\[[^\]]*\]\}/g, "(known after apply)");
}
