/** The least that a bot can answer a tap with. */
export const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Je antwoord is binnen.', wrap: true }],
};
