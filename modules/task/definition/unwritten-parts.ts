import { type Issue, issue } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import type { UnwrittenPart } from "../json/task-definition-context";

/** A note for each kind of part that is written later, whatever the number of places: there is one cause. */
export function* unwrittenPartNotes(parts: readonly UnwrittenPart[]): Generator<Issue> {
  for (const [part, places] of groupedBy(parts, (each) => each.part)) {
    const [first] = places;
    if (first !== undefined)
      yield {
        ...noteOf(
          part,
          places.map(({ text }) => text),
        ),
        path: first.path,
      };
  }
}

function noteOf(part: UnwrittenPart["part"], texts: readonly string[]): Omit<Issue, "path"> {
  const isOne = texts.length === 1;
  switch (part) {
    case "image":
      return issue("image-registry-unknown", {
        problem: texts.includes("")
          ? `${isOne ? "the image is" : `images of ${texts.length} containers are`} not given yet${isOne ? "" : " or filled in later"}, so it is unknown which registry ${isOne ? "it comes" : "they come"} from`
          : `it is unknown which registry ${isOne ? `the image ${shown(texts)} comes` : `the images of ${texts.length} containers, ${shown(texts)}, come`} from`,
        fix: "check that it is in a private ECR repository, and add the three endpoints",
      });
    case "secret":
      return issue("secret-source-unknown", {
        problem: isOne
          ? `${shown(texts)} is filled in later, so it is unknown whether the value comes from Secrets Manager or Parameter Store`
          : `${texts.length} secrets are filled in later, ${shown(texts)}, so it is unknown whether their values come from Secrets Manager or Parameter Store`,
        fix: "check which of the two it is, and add its endpoint",
      });
    case "log-driver":
      return issue("log-driver-unresolved", {
        problem: `the log driver ${isOne ? "" : `of ${texts.length} containers `}is filled in later, so it is unknown where the output goes`,
        why: 'awslogs needs the endpoint "logs", other drivers need other ways',
        fix: "check which driver it is, and add what it needs",
      });
  }
}

const MOST_SHOWN = 3;

function shown(texts: readonly string[]): string {
  const first = texts.slice(0, MOST_SHOWN).map((text) => `"${text}"`);
  const rest = texts.length - first.length;
  return `${first.join(", ")}${rest === 0 ? "" : ` and ${rest} more`}`;
}
