/** Ids of AWS's. */
const VPC = /^vpc-[0-9a-f]+$/;
const SUBNET = /^subnet-[0-9a-f]+$/;

export function isVpcId(text: string): boolean {
  return VPC.test(text);
}

export function isSubnetId(text: string): boolean {
  return SUBNET.test(text);
}

/**
 * What to type for a snapshot of a VPC that exists.
 *
 * @param place id of the VPC, or of a subnet of it; any other text tells neither
 */
export function takingSnapshot(place: string): string {
  const command = `private-fargate snapshot --vpc ${isVpcId(place) ? place : "VPC"} > network.json`;
  return isSubnetId(place)
    ? `${command}; aws ec2 describe-subnets --subnet-ids ${place} --query "Subnets[].VpcId" tells its id`
    : command;
}

const CHECK_PLAN = "terraform show -json PLAN > plan.json";

/**
 * What to type for the proof to know a network that is not in the Terraform at hand.
 *
 * @param place id or name of its VPC, or of a subnet of it
 */
export function giveNetwork(place: string): string {
  const take = takingSnapshot(place);
  const checkWithIt = `${take}; private-fargate check PATH --network network.json`;
  if (isVpcId(place) || isSubnetId(place)) return `take a snapshot of the VPC, and check with it: ${checkWithIt}`;
  if (/^\$\{(?:module\..*\.)?var\./.test(place)) {
    return `write the value of ${place} into terraform.tfvars in the folder that is checked, and where it is of a VPC that exists, check with a snapshot of that: ${checkWithIt}`;
  }
  if (place.includes("terraform_remote_state.")) {
    return `check it together with the configuration whose outputs ${place} reads: private-fargate check PATH OTHER_PATH`;
  }
  if (/^(?:\$\{)?(?:module\.[^$]*\.)?data\./.test(place)) return giveLookedUp();
  return `check a plan, which has what ${place} stands for: ${CHECK_PLAN}; private-fargate check plan.json`;
}

/** What to type for the proof to know a network that data sources look up. */
export function giveLookedUp(): string {
  return `check with a snapshot of the VPC, and where that does not tell what is looked up, check a plan: ${takingSnapshot("")}; private-fargate check PATH --network network.json; ${CHECK_PLAN}`;
}
