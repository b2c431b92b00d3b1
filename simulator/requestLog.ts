/** One request that a simulated server received. Secrets, tokens and bodies are never part of it. */
export interface LoggedRequest {
  /** Counts up from 1, also across clearing. */
  readonly id: number;
  /** Steady time of arrival, milliseconds since the epoch. */
  readonly at: number;
  readonly service: string;
  /** Which of the service's origins was asked, by its name in the endpoints ("pexipApi"). */
  readonly origin: string;
  readonly method: string;
  /** Path with query; a known secret or token in it is replaced by `[secret]` or `[token]`. */
  readonly url: string;
  /** The client behind the credentials, or null if they name no known one. */
  readonly clientId: string | null;
  readonly authorization: 'basic' | 'bearer' | 'other' | 'none';
  /** Names, not values, of a form body's fields. */
  readonly formFields: readonly string[];
  /** Tracking ids by the header's name, for each spelling that came. */
  readonly trackingIds: Readonly<Record<string, string>>;
  readonly userAgent: string | null;
  /** Null while unanswered: still waiting, or the connection was left hanging, reset or cut. */
  readonly status: number | null;
  /** Names of the faults that took part in the answer. */
  readonly faults: readonly string[];
}

/** What becomes known of a request only while it is answered. */
export type RequestOutcome = Partial<Pick<LoggedRequest, 'clientId' | 'formFields' | 'status' | 'faults'>>;

/** The requests of all services in order of arrival; the oldest go first when it is full. */
export interface RequestLog {
  /** Adds a request and returns its id. */
  add(request: Omit<LoggedRequest, 'id'>): number;
  /** Completes a request; does nothing if it has been cleared meanwhile. */
  complete(id: number, outcome: RequestOutcome): void;
  /** All requests, or those of one service. */
  list(service?: string): readonly LoggedRequest[];
  /** Forgets all requests, or those of one service. */
  clear(service?: string): void;
}

const capacity = 20_000;

/** Builds an empty log. */
export function createRequestLog(): RequestLog {
  const requests = new Map<number, LoggedRequest>();
  let lastId = 0;
  return {
    add: (request) => {
      lastId += 1;
      requests.set(lastId, { ...request, id: lastId });
      const [oldest] = requests.keys();
      if (requests.size > capacity && oldest !== undefined) requests.delete(oldest);
      return lastId;
    },
    complete: (id, outcome) => {
      const request = requests.get(id);
      if (request !== undefined) requests.set(id, { ...request, ...outcome });
    },
    list: (service) => [...requests.values()].filter((each) => service === undefined || each.service === service),
    clear: (service) => {
      for (const [id, request] of requests) {
        if (service === undefined || request.service === service) requests.delete(id);
      }
    },
  };
}
