import { expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { checkImage } from "../../../../modules/task/images/check-image";
import { REPOSITORY_URL } from "../../../support/orders";
import { onlyIssue } from "../../../support/reported";

const check = (image: ContainerImage) => [...checkImage(image, "image")];

it.each([`${REPOSITORY_URL}:1`, "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a"])(
  "refuses %s as an image of another registry, since it is in ECR",
  (name) => {
    const issue = onlyIssue(check(ContainerImage.registry(name)));
    expect(issue).toMatchObject({ code: "image-in-ecr", path: "image", fix: expect.stringContaining(".ecr(") });
    expect(issue.problem).toContain(name);
  },
);

it.each(["nginx", "public.ecr.aws/a/b", "dkr.ecr.example.com/a"])("takes %s", (name) => {
  expect(check(ContainerImage.registry(name))).toEqual([]);
});
