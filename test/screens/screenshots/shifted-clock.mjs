// Loaded before each program of the run (`--import`): its clock goes as far behind as AP_CLOCK_SHIFT says, in milliseconds, and goes on from there.
const shift = Number(process.env.AP_CLOCK_SHIFT ?? 0);
const now = () => RealDate.now() + shift;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
