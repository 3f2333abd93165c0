import { plainText } from '../../../language/words.ts';

/**
 * Small words of Dutch in the text of a decision: they name nothing, and nobody has to say them to be understood
 * ("Uitgeven van identificatienummers").
 */
export const smallWords = new Set(
  `de het een van in op bij voor naar door met over te en of om dat die deze dit er is zijn wordt worden tot per als dan aan
  af uit na ter ten tegen onder zonder binnen buiten tussen volgens vanaf sinds zoals niet wel ook welke waarop waarvoor
  waarover waartoe daarvan daarop daarvoor daartoe hiervan hierop hiervoor hiertoe diens zijn haar hun hem u eventueel eventuele
  c q cq m b t v h a e d s bv ca enz etc o g i z zn dan wel evt`
    .split(/\s+/)
    .map(plainText),
);
