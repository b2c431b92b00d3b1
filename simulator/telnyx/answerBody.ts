import type { Answer, ApiError } from './answer.ts';
import { type Endpoint, hasGenericErrors } from './endpoint.ts';
import type { TakeFault } from './takeFault.ts';

type Shape = 'array' | 'bare' | 'message' | 'empty';

/** What is sent as JSON, null for no body: errors in their shape, content with its faults. */
export function answerBody(endpoint: Endpoint, answer: Answer, take: TakeFault): unknown {
  if (answer.error) {
    const wanted = take('errorShape')?.as ?? 'array';
    const shape = wanted === 'published' ? publishedShape(endpoint, answer.status) : wanted;
    return shaped(answer.error, shape);
  }
  let { body } = answer;
  if (body === null || body === undefined) return null;
  if (take('fieldsMissing')) body = withoutFields(body);
  return take('extraFields') ? withExtraFields(body) : body;
}

/** The shape that the published schema gives an error of that status; the array is what the platform documents. */
function publishedShape(endpoint: Endpoint, status: number): Shape {
  if (hasGenericErrors(endpoint)) return 'message';
  if (endpoint === 'updateRoom' && status === 401) return 'empty';
  return status === 403 || status === 404 ? 'bare' : 'array';
}

function shaped(error: ApiError, shape: Shape): unknown {
  switch (shape) {
    case 'array':
      return { errors: [error] };
    case 'bare':
      return { source: {}, ...error };
    case 'message':
      return { success: false, message: error.detail };
    case 'empty':
      return null;
  }
}

const kept = ['id', 'token', 'refresh_token', 'result'];

function withoutFields(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('data' in body)) return body;
  const reduce = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => kept.includes(name)));
  };
  return { ...body, data: Array.isArray(body.data) ? body.data.map(reduce) : reduce(body.data) };
}

function withExtraFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withExtraFields);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, withExtraFields(each)] as const);
  return { ...Object.fromEntries(entries), x_undocumented: { since: 2031 } };
}
