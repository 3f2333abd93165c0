import { parameters } from './parameters.ts';

type Name = keyof typeof parameters;

/** A field on the screen of Azure. Its explanation is that of the parameter. */
interface Field {
  name: Name;
  label: string;
  /** What may be filled in, and what somebody reads who fills in something else. */
  accepts?: { regex: string; told: string };
  isRequired?: boolean;
}

const KEY = '^$|^[A-Za-z0-9+/_-]{43,}=*$';

const fields: readonly Field[] = [
  {
    name: 'naam',
    label: 'Naam',
    accepts: { regex: '^[a-z]{3,10}$', told: 'Gebruik 3 tot 10 kleine letters.' },
  },
  {
    name: 'register',
    label: 'Containerregister',
    accepts: { regex: '^[a-zA-Z0-9]{5,50}$', told: 'Vul alleen de naam in, zonder .azurecr.io.' },
  },
  {
    name: 'versie',
    label: 'Versie van Kompas',
    accepts: { regex: '^[\\w][\\w.-]{0,127}$', told: 'Vul de tag van het image in, zoals 0.1.0.' },
  },
  {
    name: 'beheerders',
    label: 'Eerste beheerders',
    accepts: {
      regex:
        '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(, *[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})*$',
      told: 'Vul object-id’s in, met een komma ertussen.',
    },
  },
  {
    name: 'sleutel',
    label: 'Geheime sleutel',
    accepts: { regex: KEY, told: 'Dit is geen base64 van minstens 32 bytes.' },
    isRequired: false,
  },
  {
    name: 'meldadres',
    label: 'E-mailadres voor meldingen',
    accepts: { regex: '^[^@ ]+@[^@ ]+\\.[^@ ]+$', told: 'Dit is geen e-mailadres.' },
  },
  { name: 'priveNetwerk', label: 'Opslag alleen in het eigen netwerk' },
];

function element({ name, label, accepts, isRequired = true }: Field) {
  const { type, defaultValue, metadata } = parameters[name];
  const common = { name, label, toolTip: metadata.description };
  if (type === 'bool')
    return { ...common, type: 'Microsoft.Common.CheckBox', defaultValue: defaultValue === true };
  const constraints = { required: isRequired, regex: accepts?.regex, validationMessage: accepts?.told };
  if (type === 'securestring')
    return {
      ...common,
      type: 'Microsoft.Common.PasswordBox',
      label: { password: label, confirmPassword: `${label}, nog eens` },
      constraints,
      options: { hideConfirmation: true },
    };
  return { ...common, type: 'Microsoft.Common.TextBox', defaultValue: defaultValue ?? '', constraints };
}

/** The screen of Azure on which somebody fills in the parameters. */
export const portal = {
  $schema: 'https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#',
  handler: 'Microsoft.Azure.CreateUIDef',
  version: '0.1.2-preview',
  parameters: {
    basics: fields.map(element),
    steps: [],
    outputs: Object.fromEntries(fields.map(({ name }) => [name, `[basics('${name}')]`])),
  },
};
