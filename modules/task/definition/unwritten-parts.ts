import { type Issue, issue } from "../../issues/issue";
import type { UnwrittenPart } from "../json/task-definition-context";

/** A note for each part that is written later. */
export function* unwrittenPartNotes(parts: readonly UnwrittenPart[]): Generator<Issue> {
  for (const part of parts) yield { ...noteOf(part), path: part.path };
}

function noteOf({ part, text }: UnwrittenPart): Issue {
  switch (part) {
    case "image":
      return issue("image-registry-unknown", {
        problem:
          text === ""
            ? "the image is not given yet, so it is unknown which registry it comes from"
            : `it is unknown which registry the image "${text}" comes from`,
        fix: "check that it is in a private ECR repository, and add the three endpoints",
      });
    case "secret":
      return issue("secret-source-unknown", {
        problem: `"${text}" is filled in later, so it is unknown whether the value comes from Secrets Manager or Parameter Store`,
        fix: "check which of the two it is, and add its endpoint",
      });
    case "log-driver":
      return issue("log-driver-unresolved", {
        problem: "the log driver is filled in later, so it is unknown where the output goes",
        why: 'awslogs needs the endpoint "logs", other drivers need other ways',
        fix: "check which driver it is, and add what it needs",
      });
  }
}
