import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { EndpointType } from "../aws/endpoint-services/endpoint-service-row";
import type { Issue } from "../issues/issue";
import type { Thing } from "./thing";

/**
 * Who asks: a role of the task, the role of an instance, ECR, which signs the request for an image layer itself, or whoever shows
 * no role.
 */
export type Asker = "execution-role" | "task-role" | "instance-role" | "ecr" | "anonymous";

/** Requests of one kind to the API of a service. */
export interface AskedRequest {
  /** Actions of IAM, for example `["ecr:BatchGetImage"]`. */
  readonly actions: readonly string[];
  /** What they are about. */
  readonly on: Thing;
  /** Name of the statement in which a role gets the right. @default - the right is not given here */
  readonly sid?: string;
  /** What the role is given, where AWS's page names more than is asked for. @default - the actions */
  readonly granted?: readonly string[];
  /** Whether the role may do without the right, for example where what it creates exists already. @default false */
  readonly mayLack?: boolean;
  /** Whether the service that is called asks it of KMS, in the name of the role: the right is needed and no endpoint. @default false */
  readonly ofKey?: boolean;
  /** Whether the right can be limited to calls that come through an endpoint of the VPC. @default false */
  readonly onlyFromVpc?: boolean;
}

/**
 * What a task or an instance asks of a service, and why: the atom of which the plan, the rights of the roles and the requests
 * of the proof are views.
 */
export interface Ask {
  /** Name of the rule that found it, for example `"ecr-pull"`. */
  readonly rule: string;
  readonly service: EndpointServiceName;
  /** Type of the endpoint. @default - the gateway endpoint where there is one, else the interface endpoint */
  readonly type?: EndpointType;
  /** Region of the service. @default - the task's own */
  readonly region?: string;
  readonly by: Asker;
  /** What is asked. @default - that is not known */
  readonly requests?: readonly AskedRequest[];
  /** Why the service is needed, as it stands in the explanation. */
  readonly text: string;
  /** What happens without the endpoint, to follow "without the endpoint". */
  readonly failure: string;
  /** Where it says so, for example `"containers.api.image"`. */
  readonly path: string;
  /** Whether the right is needed and no endpoint: Fargate calls through an interface of its own, or it is a mount. @default false */
  readonly withoutEndpoint?: boolean;
  /** Whether no source settles that it is asked, so that a network without an endpoint for it may do. @default false */
  readonly unverified?: boolean;
  /** Whether the endpoint is the one that is named, even where Fargate is in FIPS mode. @default false */
  readonly asNamed?: boolean;
}

/** What is said of each call to a host outside of AWS. */
export interface CallOutside {
  /** The host, for example `"registry.example.com"`. @default - only Terraform knows it */
  readonly host?: string;
  /** Where the task says so, for example `"containers.api.image"`. */
  readonly path: string;
  /** Whether the task declares the host reachable, so that nobody knows where it is. @default false */
  readonly declared?: boolean;
}

/** What a task calls outside of AWS, where no endpoint of AWS's leads. */
export type OutsideCall =
  | (CallOutside & { readonly kind: "registry"; readonly image: string; readonly port: number })
  | (CallOutside & {
      readonly kind: "log-destination";
      /** TCP port. @default - it is not said */
      readonly port?: number;
    });

/** Something that no endpoint can help. Where the network has a way out it becomes a note. */
export interface Unreachable {
  readonly unreachable: Issue;
  /** What is called outside of AWS. @default - nothing that a way out would lead to */
  readonly outside?: OutsideCall;
}

/** A call to a host that the task declares reachable. */
export interface Declared {
  readonly outside: OutsideCall & { readonly declared: true };
}

/** Something worth saying that is no obstacle: a warning or a note. */
export interface Remark {
  readonly remark: Issue;
  /** Whether it is about a call of which it is not known that it arrives. @default false */
  readonly leavesOpen?: boolean;
}

/** A sign that the task calls a service. It is said unless an endpoint for the service is planned. */
export interface Hint extends Remark {
  readonly hintAt: EndpointServiceName;
}

/** What is found where a task is asked what it asks. */
export type AskFinding = Ask | Unreachable | Declared | Remark | Hint;
