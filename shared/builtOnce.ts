/**
 * What is built of an object once, such as the groups of a table: as records are never changed in place, the same object
 * has the same answer. It is forgotten with the object.
 */
export function builtOnce<Of extends object, Built>(build: (of: Of) => Built): (of: Of) => Built {
  const known = new WeakMap<Of, Built>();
  return (of) => {
    if (!known.has(of)) known.set(of, build(of));
    return known.get(of) as Built;
  };
}
