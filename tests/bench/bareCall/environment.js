// The SDK asks for it, as if there were a bundler.
globalThis.process = { env: { NODE_ENV: 'production' } };
