// What no page should do with a text. Served by one test, to show that what is done here is noticed, and what the policy alone makes of it.
const main = document.querySelector('main');

/** Every sink, by its name. Each takes a text for something else than text. */
const SINKS = {
  markup(text) {
    const element = document.createElement('div');
    main.append(element);
    element.innerHTML = text;
  },
  handler(text) {
    const button = document.createElement('button');
    main.append(button);
    button.setAttribute('onclick', text);
    button.click();
  },
  address(text) {
    const link = document.createElement('a');
    main.append(link);
    link.href = text;
    link.click();
  },
  code(text) {
    // biome-ignore lint/security/noGlobalEval: what the policy has to stop
    window.eval(text);
  },
  merge(text) {
    const into = (target, source) => {
      for (const [key, value] of Object.entries(source))
        if (typeof value === 'object' && value !== null && typeof target[key] === 'object') into(target[key], value);
        else target[key] = value;
    };
    into({}, JSON.parse(text));
  },
};

// In a task of its own: what a debugger calls may evaluate text whatever the policy says.
window.pour = (sink, texts) =>
  new Promise((resolve) => {
    setTimeout(() => {
      for (const text of texts)
        try {
          SINKS[sink](text);
        } catch {
          // Stopped, or no code: the next one.
        }
      resolve();
    });
  });

// A task that is too long, so that it can be seen that such a one is noticed.
window.hang = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(() => {
      const until = performance.now() + milliseconds;
      while (performance.now() < until);
      setTimeout(resolve, 50);
    });
  });
