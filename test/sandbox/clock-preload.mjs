// Loaded with --import into a child process, so that unmodified code runs on the sandbox's clock:
// dates and monotonic time run faster, and timers fire sooner by the same rate.
import { syncBuiltinESMExports } from 'node:module';
import perfHooks from 'node:perf_hooks';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';

const epoch = Number(process.env.SANDBOX_CLOCK_EPOCH_MS);
const rate = Number(process.env.SANDBOX_CLOCK_RATE);
const jump = Number(process.env.SANDBOX_CLOCK_JUMP_MS ?? 0);

if (Number.isFinite(epoch) && rate > 0) {
  const RealDate = Date;
  const realNow = RealDate.now.bind(RealDate);
  const virtualNow = () => Math.floor(epoch + (realNow() - epoch) * rate + jump);

  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [virtualNow()] : args, newTarget),
    apply: () => new RealDate(virtualNow()).toString(),
    get: (target, key, receiver) => (key === 'now' ? virtualNow : Reflect.get(target, key, receiver)),
  });
  RealDate.prototype.constructor = globalThis.Date;

  const realPerformanceNow = performance.now.bind(performance);
  const virtualPerformanceNow = () => realPerformanceNow() * rate;
  Object.defineProperty(performance, 'now', { value: virtualPerformanceNow, configurable: true, writable: true });
  Object.defineProperty(perfHooks.performance, 'now', {
    value: virtualPerformanceNow,
    configurable: true,
    writable: true,
  });

  const scaled = (delay) => (typeof delay === 'number' && delay > 0 ? delay / rate : delay);
  const realTimeout = timers.setTimeout;
  const realInterval = timers.setInterval;
  const realPromises = { ...timersPromises };
  const fastTimeout = (callback, delay, ...args) => realTimeout(callback, scaled(delay), ...args);
  const fastInterval = (callback, delay, ...args) => realInterval(callback, scaled(delay), ...args);
  const fastTimeoutPromise = (delay, value, options) => realPromises.setTimeout(scaled(delay), value, options);
  const fastIntervalPromise = (delay, value, options) => realPromises.setInterval(scaled(delay), value, options);
  Object.defineProperty(fastTimeout, promisify.custom, { value: fastTimeoutPromise });

  globalThis.setTimeout = fastTimeout;
  globalThis.setInterval = fastInterval;
  timers.setTimeout = fastTimeout;
  timers.setInterval = fastInterval;
  timersPromises.setTimeout = fastTimeoutPromise;
  timersPromises.setInterval = fastIntervalPromise;
  timersPromises.scheduler.wait = (delay, options) => fastTimeoutPromise(delay, undefined, options);
  AbortSignal.timeout = (delay) => {
    const controller = new AbortController();
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    realTimeout(() => controller.abort(reason()), scaled(delay)).unref();
    return controller.signal;
  };
  syncBuiltinESMExports();
}
