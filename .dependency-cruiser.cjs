/** The import rules of the house: which room may use which (see CONTRIBUTING.md). */
const rooms = '^src/(bot|conversation|features|people|calendar|delivery|language|storage|files|lib)/';

/**
 * The folders of the large features, floor by floor from the ground: each may use itself and what lies below it, and no
 * neighbour. What is not in the list may use them all: the root of a feature and, of mandates, its commands.
 */
const featureFloors = {
  team: [
    ['groups', 'cards'],
    ['signals', 'talk', 'changes'],
    ['snapshot'],
    ['comments', 'feedback', 'view', 'monday'],
  ],
  // The words of questions; the register itself; its files, and what a question means; what is wrong with the register,
  // and changing it with four eyes; the chat.
  mandates: [['vocabulary'], ['register'], ['import', 'questions'], ['review', 'changes'], ['chat']],
  // A pilot, who is in it and who may do what; what it has in its channel; what it has to do; what a team does in it;
  // what it learned, and what needs that; setting it up, and showing how it stands.
  pilots: [
    ['pilot'],
    ['posts'],
    ['actions'],
    ['check', 'roles', 'rounds', 'standup'],
    ['learning'],
    ['closing', 'retro'],
    ['setup'],
  ],
  // The tasks and roles in our words; what one person does, who hands what to whom, and what a role is here; how near tasks lie
  // to roles, and who holds which role; the team together, and its rolkaart; what
  // HR reads.
  roles: [
    ['content'],
    ['matrix', 'profiles', 'handovers'],
    ['indication', 'assignments'],
    ['picture', 'rolecard'],
    ['hr'],
  ],
  // What there is to learn, in our words; what one person wants to learn, and with whom.
  growth: [['content'], ['plans', 'buddy', 'lines', 'sampling', 'effect', 'meetings']],
  // The steps in our words; how each stands; the course, and what stays; what is written of all of it.
  plan: [['content'], ['steps'], ['course', 'securing'], ['documents']],
};

module.exports = {
  forbidden: [
    {
      name: 'bot-framework-only-in-bot',
      comment: 'A library to Teams costs one folder, whichever it is.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/bot/' },
      to: { path: 'node_modules/(botbuilder|botframework|restify|adaptive|@microsoft/agents)' },
    },
    {
      name: 'azure-only-in-storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/@azure/' },
    },
    {
      name: 'of-another-feature-its-contract-only',
      comment: 'What one feature needs of another it is given as functions, on its line in kompas.ts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: '^src/features/($1/|[^/]+/contract\\.ts$)' },
    },
    {
      name: 'nobody-below-knows-the-bot',
      comment:
        'What everybody speaks stands in conversation/; the Teams edge is known to the composition root alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(bot/|app\\.ts$)' },
      to: { path: '^src/bot/' },
    },
    {
      name: 'figures-are-fed-by-functions',
      comment: 'No room counts by itself: what may be told of people is decided in one place.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(metrics/|app\\.ts$|main\\.ts$|rounds\\.ts$|bot/metrics-server\\.ts$)',
      },
      to: { path: '^src/metrics/|node_modules/prom-client' },
    },
    {
      name: 'conversation-stays-pure',
      comment: 'Words, cards and outcomes: no I/O.',
      severity: 'error',
      from: { path: '^src/conversation/' },
      to: { path: '^src/(storage|delivery|files|bot|features)/|^node:' },
    },
    {
      name: 'lib-belongs-to-nobody',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/', pathNot: '^src/lib/' },
    },
    {
      name: 'features-are-composed-in-one-place',
      severity: 'error',
      from: { path: rooms, pathNot: '^src/features/' },
      to: { path: '^src/features/' },
    },
    {
      name: 'pure-rooms-stay-pure',
      comment:
        'Calendar and language take values and return values; what they work out once stays the same value.',
      severity: 'error',
      from: { path: '^src/(calendar|language)/' },
      to: { path: '^src/', pathNot: '^src/(calendar|language)/|^src/lib/memoised\\.ts$' },
    },
    {
      name: 'pure-rules-stay-pure',
      comment: 'rules.ts takes values and returns values: no I/O.',
      severity: 'error',
      from: { path: '^src/.*/rules\\.ts$' },
      to: { path: '^src/(storage|bot|delivery)/|^node:|node_modules/pino' },
    },
    {
      name: 'storage-knows-nobody',
      severity: 'error',
      from: { path: '^src/storage/' },
      to: { path: '^src/', pathNot: '^src/storage/' },
    },
    {
      name: 'people-below-delivery-and-bot',
      severity: 'error',
      from: { path: '^src/people/' },
      to: { path: '^src/(bot|delivery|features)/' },
    },
    ...Object.entries(featureFloors).flatMap(([feature, floors]) =>
      floors.map((folders, floor) => ({
        name: `${feature}-floors`,
        comment:
          'The folders of a large feature lie one floor above the other; its root alone knows them all.',
        severity: 'error',
        from: { path: `^src/features/${feature}/(${folders.join('|')})/` },
        to: {
          path: `^src/features/${feature}/`,
          // What others may know of it stands outside the floors, and so is there for all of them.
          pathNot: `^src/features/${feature}/(($1|${floors.slice(0, floor).flat().join('|')})/|contract\\.ts$)`,
        },
      })),
    ),
    {
      name: 'understanding-before-answering',
      comment: 'What a question means is found out before it is answered.',
      severity: 'error',
      from: { path: '^src/features/mandates/questions/understanding/' },
      to: { path: '^src/features/mandates/questions/(?!understanding/)' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-dev-packages-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/azurite\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
