/** Listens for HTTP and forwards it. */
export interface HttpListener {
  readonly kind: "http";
  /** TCP port that clients connect to. */
  readonly port: number;
}

/** Listens for HTTPS, ends it and forwards HTTP. */
export interface HttpsListener {
  readonly kind: "https";
  /** TCP port that clients connect to. */
  readonly port: number;
  /** ARN of a certificate of AWS Certificate Manager in the Region of the load balancer. */
  readonly certificateArn: string;
  /** Name of one of Elastic Load Balancing's security policies: which versions and ciphers of TLS it takes. */
  readonly sslPolicy: string;
}

/** Listens for HTTP and answers where the HTTPS listener is. */
export interface RedirectListener {
  readonly kind: "redirect";
  /** TCP port that clients connect to. */
  readonly port: number;
  /** Port of the HTTPS listener. */
  readonly httpsPort: number;
}

/** A listener of an application load balancer. */
export type Listener = HttpListener | HttpsListener | RedirectListener;

/**
 * TLS 1.3 and 1.2. Without a policy the API takes one of 2016, which admits TLS 1.0.
 * Source: User Guide for Application Load Balancers, "Security policies".
 */
const SSL_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/** Makes the listeners of an application load balancer. */
export const Listener = {
  /** HTTP. @param options the port. @default 80 */
  http(options: { readonly port?: number } = {}): HttpListener {
    return { kind: "http", port: options.port ?? 80 };
  },
  /**
   * HTTPS with a certificate of AWS Certificate Manager in the load balancer's Region.
   *
   * @param certificateArn ARN of the certificate
   * @param options the port, 443 by default, and the security policy, TLS 1.3 and 1.2 by default
   */
  https(certificateArn: string, options: { readonly port?: number; readonly sslPolicy?: string } = {}): HttpsListener {
    return { kind: "https", port: options.port ?? 443, certificateArn, sslPolicy: options.sslPolicy ?? SSL_POLICY };
  },
  /**
   * HTTP that answers with the same address at the HTTPS listener (301).
   *
   * @param options the port, 80 by default, and the port of the HTTPS listener, 443 by default
   */
  redirectToHttps(options: { readonly port?: number; readonly httpsPort?: number } = {}): RedirectListener {
    return { kind: "redirect", port: options.port ?? 80, httpsPort: options.httpsPort ?? 443 };
  },
} as const;

/** The ports of listeners, by their names. */
export function listenerPorts(listeners: Readonly<Record<string, Listener>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(listeners).map(([name, { port }]) => [name, port]));
}

/** The names of the listeners that forward requests: all that do not redirect. */
export function forwardingNames(listeners: Readonly<Record<string, Listener>>): readonly string[] {
  return Object.entries(listeners).flatMap(([name, { kind }]) => (kind === "redirect" ? [] : [name]));
}
