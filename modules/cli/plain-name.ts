/**
 * A name of Route 53 as people write it, without the dot that ends it; that of all names stays `"."`. Route 53 answers with an
 * octal code for each character that is no letter, digit, hyphen or underscore.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function plainName(name = ""): string {
  const text = name.replaceAll(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
  return (text === "." ? text : text.replace(/\.$/, "")).toLowerCase();
}
