import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { RegionalService } from "./regional-service";

const app = new App();
const stack = new TerraformStack(app, "orders");
// The first is the stack's own; each further one has an alias, by which Terraform tells them apart.
const ireland = new AwsProvider(stack, "ireland", { region: "eu-west-1" });
const tokyo = new AwsProvider(stack, "tokyo", { region: "ap-northeast-1", alias: "tokyo" });

new RegionalService(stack, "eu", { region: "eu-west-1", provider: ireland });
new RegionalService(stack, "ap", { region: "ap-northeast-1", provider: tokyo });
app.synth();
