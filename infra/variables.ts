/** The names of what is made, each said once. Some have to be unique in all of Azure. */
export const variables = {
  uniek: '[uniqueString(resourceGroup().id)]',
  identiteit: "[concat(parameters('naam'), '-identiteit')]",
  opslag: "[concat(parameters('naam'), variables('uniek'))]",
  kluis: "[concat(parameters('naam'), variables('uniek'))]",
  bot: "[concat(parameters('naam'), '-', variables('uniek'))]",
  app: "[parameters('naam')]",
  omgeving: "[concat(parameters('naam'), '-omgeving')]",
  logboek: "[concat(parameters('naam'), '-logboek')]",
  netwerk: "[concat(parameters('naam'), '-netwerk')]",
  meldgroep: "[concat(parameters('naam'), '-meldingen')]",
} as const;

/** The EU region of everything. Of the few regions that a bot can be kept in, this one is in the EU. */
export const REGION = 'westeurope';
