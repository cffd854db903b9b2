/** The functions log a JSON line for each request and its metrics; in a test's output they would bury what matters. */
const ofFunctions = /^\{"(event|_aws)":/;
const write = process.stdout.write.bind(process.stdout);

process.stdout.write = ((chunk: string | Uint8Array, ...rest: []) =>
  typeof chunk === 'string' && ofFunctions.test(chunk) ? true : write(chunk, ...rest)) as typeof write;
