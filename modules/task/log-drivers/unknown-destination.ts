import { type Issue, issue } from "../../issues/issue";

/** The note that it is unknown to which host logs are sent, because Terraform fills it in or it comes from a secret. */
export function unknownDestination(sender: string, path: string): Issue {
  return issue("log-destination-unknown", {
    path,
    problem: `to which host ${sender} sends is not known before the task starts`,
    fix: "see to it that the task reaches the host within its VPC, for example by the vendor's own endpoint service",
  });
}
