import { assertType, expectTypeOf, test } from "vitest";
import type {
  EndpointServiceName,
  EndpointType,
  GatewayServiceName,
} from "../../../../modules/aws/endpoint-services/catalog";
import { isEndpointServiceName } from "../../../../modules/aws/endpoint-services/endpoint-service-facts";
import { serviceName } from "../../../../modules/aws/endpoint-services/service-name";

test("a name of the catalog compiles, a typo does not", () => {
  assertType<EndpointServiceName>("ecr.api");
  assertType<EndpointServiceName>("kms-fips");
  // @ts-expect-error not a service
  assertType<EndpointServiceName>("ecr.apo");
  // @ts-expect-error a full name is not a short name
  assertType<EndpointServiceName>("com.amazonaws.eu-west-1.logs");
  // @ts-expect-error not a service
  serviceName("secretmanager", "eu-west-1", "Interface");
  // @ts-expect-error the type is spelled as AWS does
  serviceName("s3", "eu-west-1", "gateway");
});

test("a text is no name until it was looked up", () => {
  const text: string = "logs";
  // @ts-expect-error any text
  assertType<EndpointServiceName>(text);
  if (isEndpointServiceName(text)) assertType<EndpointServiceName>(text);
});

test("only S3, S3 Express and DynamoDB have gateway endpoints", () => {
  expectTypeOf<GatewayServiceName>().toEqualTypeOf<"s3" | "dynamodb" | "s3express">();
  expectTypeOf<GatewayServiceName>().toExtend<EndpointServiceName>();
});

test("there are two types of endpoint", () => {
  expectTypeOf<EndpointType>().toEqualTypeOf<"Gateway" | "Interface">();
});
