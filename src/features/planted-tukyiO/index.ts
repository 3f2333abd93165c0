export const planted = (one: number, two: number) => ({ ...{ one, two }, three: 3 });
