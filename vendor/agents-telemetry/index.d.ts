// What the types of @microsoft/agents-hosting name.
export type TraceDefinition<Values extends object = object, Actions extends object = object> = {
  record: Values;
  actions?: Actions;
};
