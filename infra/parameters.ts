/** What somebody chooses who installs Kompas. Each is explained on the screen of Azure, in Dutch. */
export interface Parameter {
  type: 'string' | 'securestring' | 'bool';
  defaultValue?: string | boolean;
  minLength?: number;
  maxLength?: number;
  metadata: { description: string };
}

const choices = {
  naam: {
    type: 'string',
    defaultValue: 'kompas',
    minLength: 3,
    maxLength: 10,
    metadata: {
      description:
        'Hiermee begint de naam van alles wat wordt gemaakt. Gebruik alleen kleine letters. Eén installatie is voor één gemeente: kies per gemeente een eigen resourcegroep.',
    },
  },
  register: {
    type: 'string',
    minLength: 5,
    maxLength: 50,
    metadata: {
      description:
        'De naam van het containerregister waarin het image van Kompas staat, zonder .azurecr.io. Het staat in dezelfde resourcegroep.',
    },
  },
  versie: {
    type: 'string',
    minLength: 1,
    metadata: {
      description:
        'De versie van Kompas die gaat draaien: de tag van het image, zoals 0.1.0. Voor een update vul je hier de nieuwe versie in.',
    },
  },
  beheerders: {
    type: 'string',
    minLength: 36,
    metadata: {
      description:
        'De object-id’s van de eerste beheerders, met komma’s ertussen. Je vindt ze in Microsoft Entra, bij de gebruiker.',
    },
  },
  sleutel: {
    type: 'securestring',
    defaultValue: '',
    metadata: {
      description:
        'De geheime sleutel: minstens 32 willekeurige bytes in base64. Maak die met: openssl rand -base64 48. Alleen de eerste keer nodig. Laat dit bij een update leeg: dan blijft de sleutel staan.',
    },
  },
  meldadres: {
    type: 'string',
    minLength: 5,
    metadata: {
      description:
        'Het e-mailadres dat bericht krijgt als er iets misgaat. Neem een gedeeld postvak, zodat er altijd iemand kijkt.',
    },
  },
  priveNetwerk: {
    type: 'bool',
    defaultValue: true,
    metadata: {
      description:
        'Is dit aan? Dan is de opslag alleen te bereiken vanuit het eigen netwerk van Kompas. Kies dit meteen goed: of er een eigen netwerk is, kan later niet meer anders.',
    },
  },
} as const satisfies Record<string, Parameter>;

export const parameters: Record<keyof typeof choices, Parameter> = choices;
