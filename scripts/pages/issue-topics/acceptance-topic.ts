import { ACCEPTANCE_ISSUES } from "../../../modules/issues/table/acceptance-issues";
import { issueTopic } from "./issue-topic";

export const ACCEPTANCE_TOPIC = issueTopic(ACCEPTANCE_ISSUES, {
  title: "Accepted findings",
  about: "Findings of the proof that somebody accepts knowingly.",
  entries: {
    "acceptance-unused": {
      what: "A finding is accepted, and there is no such finding.",
      fix: "Remove the acceptance.",
    },
    "acceptance-without-reason": {
      what: "A finding is accepted without a reason.",
      fix: "Write why: `acceptFinding(resource, { code, reason })`.",
    },
  },
});
