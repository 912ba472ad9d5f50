const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype];

/** All own keys and values of the prototypes that everything inherits from. The answer says whether they are still what they were. */
export function watchPrototypes(): () => boolean {
  const look = () => PROTOTYPES.map((prototype) => Object.getOwnPropertyDescriptors(prototype));
  const before = look();
  const same = (one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined) =>
    one?.value === other?.value && one?.get === other?.get && one?.set === other?.set;
  return () =>
    look().every((now, index) => {
      const then: Record<PropertyKey, PropertyDescriptor> = before[index] ?? {};
      const keys = Reflect.ownKeys(now);
      return (
        keys.length === Reflect.ownKeys(then).length && keys.every((key) => same(then[key], Reflect.get(now, key)))
      );
    });
}
