import { expect, test } from 'vitest';
import type { Handlers } from '#engine/process/context.ts';
import { createDispatcher } from '#engine/process/dispatch.ts';
import type { FromEngine } from '#engine/process/message.ts';
import { PilotError } from '#shared/api/error.ts';

const done = { done: true } as const;

/** A dispatcher whose messages are collected in order. */
function dispatching(handlers: Partial<Handlers>) {
  const sent: FromEngine[] = [];
  return { sent, ...createDispatcher(handlers, (message) => sent.push(message)) };
}

function call(id: string, name: string, input: unknown) {
  return { kind: 'call', id, name, input } as const;
}

/** Something to wait for, kept from outside. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('a call is answered under its own id, with what the contract lets out', async () => {
  const { receive, sent } = dispatching({ 'data.remove': async () => ({ ...done, secret: 1 }) });
  await receive(call('7', 'data.remove', { source: 'orders' }));
  expect(sent).toEqual([{ kind: 'answer', id: '7', ok: true, value: done }]);
});

test('a call nobody knows, one of the app, and one named like a part of every object are refused', async () => {
  const { receive, sent } = dispatching({});
  for (const name of ['data.burn', 'app.info', 'constructor', '__proto__']) await receive(call('1', name, {}));
  expect(sent).toHaveLength(4);
  for (const message of sent) expect(message).toMatchObject({ ok: false, failure: { code: 'no-such-call' } });
});

test('input the contract does not allow never reaches the handler', async () => {
  let reached = 0;
  const handler = async () => {
    reached += 1;
    return done;
  };
  const { receive, sent } = dispatching({ 'data.remove': handler });
  await receive(call('1', 'data.remove', { source: 7 }));
  await receive(call('2', 'data.remove', { source: 'orders', also: 'this' }));
  for (const message of sent) expect(message).toMatchObject({ ok: false, failure: { code: 'wrong-input' } });
  expect(reached).toBe(0);
});

test('an expected error keeps its code, sentence and cause; a bug becomes one plain sentence', async () => {
  const { receive, sent } = dispatching({
    'data.remove': async () => {
      throw new PilotError('no-source', 'There is no source orders.', 'beneath');
    },
    'pilot.close': async () => {
      throw new TypeError('x is undefined');
    },
  });
  await receive(call('1', 'data.remove', { source: 'orders' }));
  await receive(call('2', 'pilot.close', {}));
  expect(sent[0]).toMatchObject({
    failure: { code: 'no-source', sentence: 'There is no source orders.', cause: 'beneath' },
  });
  expect(sent[1]).toMatchObject({ failure: { code: 'bug', cause: expect.stringContaining('x is undefined') } });
  expect(sent[1]).toMatchObject({ failure: { sentence: expect.not.stringContaining('undefined') } });
});

test('an answer the contract does not allow is a bug, not an answer', async () => {
  const wrong = (async () => ({ done: 'perhaps' })) as unknown as Handlers['data.remove'];
  const { receive, sent } = dispatching({ 'data.remove': wrong });
  await receive(call('1', 'data.remove', { source: 'orders' }));
  expect(sent).toMatchObject([{ ok: false, failure: { code: 'bug' } }]);
});

test('changes wait for one another in the order they came; a read does not wait', async () => {
  const { open, opened } = gate();
  const order: string[] = [];
  const { receive } = dispatching({
    'data.remove': async ({ source }) => {
      if (source === 'first') await opened;
      order.push(source);
      return done;
    },
    'pilot.summary': async () => {
      order.push('read');
      return null;
    },
  });
  const changes = [
    receive(call('1', 'data.remove', { source: 'first' })),
    receive(call('2', 'data.remove', { source: 'second' })),
  ];
  await receive(call('3', 'pilot.summary', {}));
  open();
  await Promise.all(changes);
  expect(order).toEqual(['read', 'first', 'second']);
});

test('a change that fails does not stop the next', async () => {
  const { receive, sent } = dispatching({
    'data.remove': async ({ source }) => {
      if (source === 'bad') throw new PilotError('no-source', 'There is no such source.');
      return done;
    },
  });
  await Promise.all([
    receive(call('1', 'data.remove', { source: 'bad' })),
    receive(call('2', 'data.remove', { source: 'good' })),
  ]);
  expect(sent).toMatchObject([
    { id: '1', ok: false },
    { id: '2', ok: true },
  ]);
});

test('a job tells its progress and stops when cancelled, with the failure cancelled', async () => {
  const { receive, sent } = dispatching({
    'pilot.createSample': async (_input, { progress, signal }) => {
      progress(1, 10, 'Drawing customers');
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      throw new Error('not reached');
    },
  });
  const job = receive(call('5', 'pilot.createSample', { file: '/tmp/a.pilot' }));
  await expect.poll(() => sent.length).toBe(1);
  await receive({ kind: 'cancel', id: '5' });
  await job;
  expect(sent).toMatchObject([
    { kind: 'progress', id: '5', done: 1, total: 10, sentence: 'Drawing customers' },
    { kind: 'answer', id: '5', ok: false, failure: { code: 'cancelled' } },
  ]);
});

test('a job cancelled while it waits for its turn never starts', async () => {
  const { open, opened } = gate();
  let started = 0;
  const { receive, sent } = dispatching({
    'data.remove': async () => {
      started += 1;
      await opened;
      return done;
    },
  });
  const first = receive(call('1', 'data.remove', { source: 'a' }));
  const second = receive(call('2', 'data.remove', { source: 'b' }));
  await receive({ kind: 'cancel', id: '2' });
  open();
  await Promise.all([first, second]);
  expect(started).toBe(1);
  expect(sent).toMatchObject([
    { id: '1', ok: true },
    { id: '2', ok: false, failure: { code: 'cancelled' } },
  ]);
});

test('asked to end, it stops what runs, closes the pilot, and says that it is done', async () => {
  const closed: string[] = [];
  const { receive, sent } = dispatching({
    'pilot.createSample': (_input, { progress, signal }) =>
      new Promise((_resolve, reject) => {
        progress(0, null, 'Drawing customers');
        signal.addEventListener('abort', () => {
          closed.push('job');
          reject(signal.reason);
        });
      }),
    'pilot.close': async () => {
      closed.push('pilot');
      return done;
    },
  });
  const job = receive(call('1', 'pilot.createSample', { file: '/tmp/a.pilot' }));
  await expect.poll(() => sent.length).toBe(1);
  expect(await receive({ kind: 'end' })).toBe(true);
  await job;
  expect(closed).toEqual(['job', 'pilot']);
});

test('printing goes through main, and what main says comes back', async () => {
  const { receive, sent } = dispatching({
    'report.write': async (_input, { printPdf }) => {
      await printPdf('<h1>Report</h1>', '/tmp/report.pdf');
      return { file: 'report.pdf', sha256: 'x' };
    },
  });
  const writing = receive(call('1', 'report.write', { file: '/tmp/report.pdf', format: 'pdf' }));
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toMatchObject({ kind: 'print', html: '<h1>Report</h1>', outPath: '/tmp/report.pdf' });
  const failure = { code: 'disk-full', sentence: 'The disk is full.', cause: null };
  await receive({ kind: 'printed', id: sent[0]?.kind === 'print' ? sent[0].id : '', failure });
  await writing;
  expect(sent[1]).toMatchObject({ kind: 'answer', ok: false, failure });
});
