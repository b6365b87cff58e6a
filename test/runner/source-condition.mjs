/** A resolve hook of Node: what `node --conditions=source` would do, for a process that has begun. */
export const resolve = (specifier, context, next) => next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
