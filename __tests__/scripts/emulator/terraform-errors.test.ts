import { expect, test } from "vitest";
import { errorsIn } from "../../../scripts/emulator/terraform-errors";

const ERROR = [
  "a  ╷",
  "   │ Error: creating ECR Repository (images): RepositoryAlreadyExistsException",
  "   │ ",
  "   │   with aws_ecr_repository.images,",
  "   ╵",
];
const WARNING = ["b  ╷", "   │ Warning: Incomplete lock file information for providers", "   ╵"];

test("finds what Terraform frames as an error, wherever it stands", () => {
  expect(errorsIn([...WARNING, ...ERROR, "b  Apply complete!", "[ERROR] default - non-zero exit code"])).toEqual([
    ERROR.join("\n"),
  ]);
});

test("what cdktf repeats at its end is shown once", () => {
  const again = ERROR.map((line) => line.slice(3));
  expect(errorsIn([...ERROR, "a  done", ...again])).toHaveLength(1);
});

test("two errors one behind the other are two", () => {
  const other = ["   ╷", "   │ Error: creating SSM Parameter (/secret): ParameterAlreadyExists", "   ╵"];
  expect(errorsIn([...ERROR, ...other])).toEqual([ERROR.join("\n"), other.join("\n")]);
});

test("without an error the last lines are shown, without empty ones", () => {
  const lines = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? `line ${index}` : ""));
  expect(errorsIn(lines).at(-1)).toBe("line 28");
  expect(errorsIn(["", "killed"])).toEqual(["killed"]);
  expect(errorsIn(Array.from({ length: 90 }, (_, index) => `line ${index}`))).toHaveLength(20);
});
