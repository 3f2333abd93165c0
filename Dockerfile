# Kompas as it runs in Azure (infra/README.md). The Node that runs is the one of package-lock.json, checked by its hash; that of
# the base image installs it.
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY vendor vendor
RUN ["npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]

FROM node:24.21.0-trixie-slim
WORKDIR /app
ENV NODE_ENV=production
ENV PATH=/app/node_modules/.bin:$PATH
COPY --from=packages /app/node_modules node_modules
COPY package.json package-lock.json LICENSE ./
COPY vendor vendor
COPY cards cards
COPY docs docs
COPY manifest manifest
COPY src src
# All of it belongs to root, and this user is not root: nothing here can be changed while it runs.
USER 1000
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3978}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that a signal to stop reaches it. It may read files, and neither write any nor start a process.
CMD ["node", "--no-maglev", "--permission", "--allow-fs-read=*", "--allow-worker", "src/main.ts"]
