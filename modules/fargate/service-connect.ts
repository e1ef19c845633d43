import type {
  EcsServiceConfig,
  EcsServiceServiceConnectConfiguration,
  EcsServiceServiceConnectConfigurationService,
  EcsServiceServiceConnectConfigurationServiceTls,
} from "@cdktf/provider-aws/lib/ecs-service";
import type { FargateTask } from "../task/fargate-task";
import { logConfiguration } from "../task/log-drivers/log-configuration";
import type {
  ServiceConnect,
  ServiceConnectAccessLogs,
  ServiceConnectService,
  ServiceConnectTls,
} from "../task/service-connect";
import type { ServiceLogs } from "./log-group";

/** What an ECS service takes from a task with Service Connect. */
export function serviceConnectSettings(
  { serviceConnect }: FargateTask,
  logs: ServiceLogs,
): Pick<EcsServiceConfig, "serviceConnectConfiguration"> {
  return serviceConnect === undefined ? {} : { serviceConnectConfiguration: configuration(serviceConnect, logs) };
}

function configuration(
  { namespace, services, logDriver, accessLogs }: ServiceConnect,
  logs: ServiceLogs,
): EcsServiceServiceConnectConfiguration {
  const proxy = logDriver && logConfiguration(logDriver, { ...logs, streamPrefix: "service-connect" });
  return {
    enabled: true,
    namespace,
    ...(services === undefined ? {} : { service: services.map(offer) }),
    ...(accessLogs === undefined ? {} : { accessLogConfiguration: accessLogConfiguration(accessLogs) }),
    ...(proxy === undefined
      ? {}
      : {
          logConfiguration: {
            logDriver: proxy.logDriver,
            ...(proxy.options === undefined ? {} : { options: { ...proxy.options } }),
            ...(proxy.secretOptions === undefined ? {} : { secretOption: [...proxy.secretOptions] }),
          },
        }),
  };
}

/** The block `access_log_configuration`, which not all bindings know. */
function accessLogConfiguration({ format, queryParameters }: ServiceConnectAccessLogs) {
  return {
    format: format.toUpperCase(),
    ...(queryParameters === undefined ? {} : { includeQueryParameters: queryParameters ? "ENABLED" : "DISABLED" }),
  };
}

function offer({ tls, timeout, ...service }: ServiceConnectService): EcsServiceServiceConnectConfigurationService {
  const { idle, perRequest } = timeout ?? {};
  return {
    ...service,
    ...(tls === undefined ? {} : { tls: certificates(tls) }),
    ...(timeout === undefined
      ? {}
      : {
          timeout: {
            ...(idle === undefined ? {} : { idleTimeoutSeconds: idle }),
            ...(perRequest === undefined ? {} : { perRequestTimeoutSeconds: perRequest }),
          },
        }),
  };
}

function certificates({
  awsPcaAuthorityArn,
  kmsKey,
  roleArn,
}: ServiceConnectTls): EcsServiceServiceConnectConfigurationServiceTls {
  return {
    issuerCertAuthority: { awsPcaAuthorityArn },
    ...(kmsKey === undefined ? {} : { kmsKey }),
    ...(roleArn === undefined ? {} : { roleArn }),
  };
}
