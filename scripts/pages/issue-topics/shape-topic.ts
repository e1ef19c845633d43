import { SHAPE_ISSUES } from "../../../modules/issues/table/shape-issues";
import { issueTopic } from "./issue-topic";

export const SHAPE_TOPIC = issueTopic(SHAPE_ISSUES, {
  title: "Properties",
  about: "What a program without a compiler, or one that silences it, gives to a constructor or to a plan.",
  entries: {
    "property-missing": {
      what: "A property that must be given is not.",
      fix: "Give it; the message shows a value of its shape.",
    },
    "property-unknown": {
      what: "There is no property of that name; often a letter is missing, or stands in another case.",
      fix: "Write the name that the message guesses, or leave the property out.",
    },
    "property-malformed": {
      what: "A value is of another kind: a text where a list is expected, a number where a text is, nothing where an object is.",
      fix: "Write a value like the one in the message.",
    },
  },
});
