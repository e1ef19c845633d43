import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import { isUnset } from "../../task/json/is-unset";
import type { AskRule } from "./ask-rule";

/** A container with a gMSA account reads its credential spec and a login when it starts; over which interface, the page does not say. */
export const credentialSpecs: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html",
  *asks({ containers }) {
    for (const [name, { additionalFields }] of containers) {
      if (isUnset(additionalFields?.["credentialSpecs"])) continue;
      yield {
        remark: issue("credential-spec-unverified", {
          path: `containers.${name}.additionalFields.credentialSpecs`,
          problem: `whether the credential spec of the container "${name}" is read through the VPC is uncertain`,
          fix: inEachLanguage(
            ({ uses }) => `try it, or add the endpoints: ${uses("secretsmanager", "s3")}, or "ssm" in place of "s3"`,
          ),
        }),
      };
    }
  },
};
