import { NAME_RULES, type NamedThing } from "../aws/name-rules";
import { issue } from "../issues/issue";
import { type Shape, text } from "./shape";

/** The name of something in AWS. */
export function awsName(thing: NamedThing, example: string): Shape {
  const { of, pattern, is } = NAME_RULES[thing];
  return text(example, (name, path) => {
    if (pattern.test(name)) return undefined;
    const shown = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
    const length = name.length > LONGEST ? `, ${name.length} characters,` : "";
    return issue("name-invalid", {
      path,
      problem: `"${shown}"${length} is not the name of ${of}`,
      why: `AWS takes ${is}`,
      fix: `write such a name, for example "${example}"`,
    });
  });
}

const LONGEST = 40;

/** The id of a VPC. */
export const VPC_ID = text("vpc-0a", (id, path) =>
  /^vpc-\w+$/.test(id)
    ? undefined
    : issue("vpc-id-malformed", {
        path,
        problem: `"${id}" is not the id of a VPC`,
        fix: 'write it as "vpc-0123456789abcdef0"; to look up a VPC by its tags use ExistingNetwork.lookUp',
      }),
);
