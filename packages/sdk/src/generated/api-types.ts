// Generated from packages/contract/openapi.json by `npm run openapi`; do not edit.
export type paths = {
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys, revoked ones included
         * @description Needs role owner, or scope `admin`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key; the secret is shown once
         * @description Needs role owner, or scope `admin`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key at once
         * @description Needs role owner, or scope `admin`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The attribute dictionary
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listAttributes"];
        put?: never;
        /**
         * Add an attribute with its other names and synonyms; scores are calculated again
         * @description Needs role editor, or scope `write`.
         */
        post: operations["createAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace an attribute; scores are calculated again
         * @description Needs role editor, or scope `write`.
         */
        put: operations["changeAttribute"];
        post?: never;
        /**
         * Remove an attribute; scores are calculated again
         * @description Needs role editor, or scope `write`.
         */
        delete: operations["deleteAttribute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What respondents answer to one attribute, and how many of them fit a persona
         * @description Respondents by their latest response in the window. With `persona_id` (the edition that its figures belong to) or `mapping_rules` (any) each bin and value also says how many of its respondents fit; `mapping_rules` win. An attribute nobody answered has only missing.
         *
         *     Needs role viewer, or scope `read`.
         */
        post: operations["getDistribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attributes/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every attribute that the responses hold, across forms, by name
         * @description Keys of responses that mean the same attribute are one. Whole, not paged: at most a few thousand. How many answered one, and what: POST /api/attributes/distribution.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["listHeldAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, newest first
         * @description Needs role owner, or scope `admin`.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List personas by name
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listPersonas"];
        put?: never;
        /**
         * Create a persona; with rules, its scores are calculated at once
         * @description Needs role editor, or scope `write`.
         */
        post: operations["createPersona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One persona
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getPersona"];
        put?: never;
        post?: never;
        /**
         * Delete a persona with its editions, scores and snapshots
         * @description Needs role editor, or scope `write`.
         */
        delete: operations["deletePersona"];
        options?: never;
        head?: never;
        /**
         * Change a persona; changed rules become a new edition
         * @description Needs role editor, or scope `write`.
         */
        patch: operations["changePersona"];
        trace?: never;
    };
    "/api/cx-personas/{id}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything the dashboard's head shows
         * @description Dates are days of submission in the tenant's time zone, both ends included.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["getAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/batch-calculate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Score all responses of the tenant
         * @description Needs role editor, or scope `write`.
         */
        post: operations["batchCalculate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a persona with its present rules; the copy is a draft
         * @description Needs role editor, or scope `write`.
         */
        post: operations["clonePersona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/diagnostics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which rules carry the persona, which keep people out, and who is one rule short
         * @description Of the edition that the stored figures belong to (the newest before the first calculation). For rules that are not stored: a preview that includes `diagnostics`. Who is behind a count: /people with `set=one_rule_short` or `rule` and `outcome`.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["getDiagnostics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sets the people of a persona apart from everybody else
         * @description Answers of all choice, multi-select, boolean, number and date questions; numbers and dates in at most eight ranges of equal size.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["getPersonaDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the claims of a persona card hold for the people who match it, more than for the others?
         * @description Each claim is counted among the respondents who fit the persona at `level` and among all others, by their latest response, of those who answered. Nothing is stored. The rules are those of the edition that the stored figures belong to (the newest before the first calculation).
         *
         *     Needs role viewer, or scope `read`.
         */
        post: operations["getEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/evolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Snapshots of the last days, oldest first
         * @description A day without responses has no snapshot: a gap, never a zero.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["getEvolution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/match-response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Score one response now and store the score
         * @description Needs role editor, or scope `write`.
         */
        post: operations["matchResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The respondents behind a figure of one persona, latest response first
         * @description Under the edition that the stored figures belong to. `set` and `rule` narrow together: `set=one_rule_short&rule=2` are those who pass every rule but the third. Items are in the order of their response ids, newest first.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["listPersonaPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The photo of a persona: a PNG, JPEG or WebP picture
         * @description Ask for `photo_url`, which changes with the photo: its answer may be kept for good.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["getPersonaPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring scores and snapshots up to date, today included
         * @description Needs role editor, or scope `write`.
         */
        post: operations["syncPersona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/top-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Best matching responses: higher score first, then more evidence, then older
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getTopMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Editions of the rules, newest first
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listPersonaVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/versions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One edition of the rules
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getPersonaVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/{id}/versions/{edition}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an old edition the newest again, as a new edition
         * @description Needs role editor, or scope `write`.
         */
        post: operations["restorePersonaVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All active personas together: union, overlap, unique contribution, gap
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getPortfolio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/portfolio/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sets the people apart whom no persona stands for
         * @description With `persona_ids`: those who fit exactly these personas at this level and no other. Empty, or left out: the gap.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["getPortfolioDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/portfolio/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The respondents behind a figure of the portfolio
         * @description With `persona_ids`: who fits exactly these personas of the portfolio at this level and no other; `with_others=true`: whatever others they fit. Empty, or left out: the gap, those who fit none; with `level=strong` the strong gap. A persona that is not part of the portfolio answers not_found.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["listPortfolioPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What any rules would say about all responses; nothing is stored
         * @description Meant to be asked while somebody types: it stops when the connection is closed, and with `preview_key` a newer preview of the same caller under the same key ends the older one, which answers 409 `superseded`.
         *
         *     Needs role viewer, or scope `read`.
         */
        post: operations["previewRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cx-personas/preview/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who would enter, leave, become strong or cease to be under new rules; nothing is stored
         * @description The people that `difference` of a preview counts, each with the score now and the score before.
         *
         *     Needs role viewer, or scope `read`.
         */
        post: operations["listPreviewPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live changes as server-sent events
         * @description Each event has an id; a reader that reconnects with Last-Event-ID gets what it missed (kept for a day). Types: run.changed, persona.changed, persona.scored, response.stored, responses.stored, responses.erased, import.changed, settings.changed.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, newest first
         * @description Needs role owner, or scope `admin`.
         */
        get: operations["exportAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/cx-personas/{id}/evolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The snapshots of a persona, oldest first
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportEvolution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/cx-personas/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The respondents behind a figure of one persona
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportPersonaPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/cx-personas/{id}/top-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All responses scored for a persona, best first, with the rules each passes and misses
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportTopMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, newest first
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/imports/{id}/refused-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refused rows of an import, each with its reason and its own cells
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportRefusedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Personas as one JSON document: all of them, or those named
         * @description Each is what POST /api/cx-personas takes, so it can be created again, here or elsewhere.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["exportPersonas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/portfolio/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The respondents behind a figure of the portfolio
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportPortfolioPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/respondents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Known respondents with the number and the days of their responses
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportRespondents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Responses with the score of every persona, oldest first, streamed
         * @description Under the same filters as the list of responses. Cells that a spreadsheet would run as a formula are written with a leading apostrophe in CSV. Personal fields are left out unless asked for. Without `form_id` those of all forms, with the form of each.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["exportResponses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs, newest first
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["exportRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A table that the caller has at hand, as a file; nothing is stored
         * @description Needs role viewer, or scope `read`.
         */
        post: operations["exportTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List forms
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listForms"];
        put?: never;
        /**
         * Create a form with typed fields
         * @description Needs role editor, or scope `write`.
         */
        post: operations["createForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One form
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getForm"];
        put?: never;
        post?: never;
        /**
         * Delete a form that has no responses
         * @description Needs role editor, or scope `write`.
         */
        delete: operations["deleteForm"];
        options?: never;
        head?: never;
        /**
         * Rename a form or change its fields; scores are calculated again when fields change
         * @description Needs role editor, or scope `write`.
         */
        patch: operations["changeForm"];
        trace?: never;
    };
    "/api/forms/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a form with all its responses, their scores and the imports that brought them; it cannot be taken back
         * @description New responses of the tenant wait meanwhile. History of the days concerned is computed again.
         *
         *     Needs role owner, or scope `admin`.
         */
        post: operations["eraseForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit one response (JSON) or many (NDJSON); each is scored against every active persona
         * @description NDJSON: one response a line, all or nothing; a refused line is named with its field. With an Idempotency-Key the same request can be sent again: it is answered as the first time.
         *
         *     Needs role editor, or scope `submit`.
         */
        post: operations["submitResponses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, newest first
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a CSV, TSV or XLSX file; it is recognised, nothing is stored as a response yet
         * @description Needs role editor, or scope `write`.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Throw away an upload that stored nothing
         * @description Needs role editor, or scope `write`.
         */
        delete: operations["deleteImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dry run: read every row under a mapping and say what would happen; nothing is stored
         * @description Needs role editor, or scope `write`.
         */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/recognise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the uploaded file anew: say how many header rows, which encoding, delimiter or sheet; the rest is found out
         * @description What was corrected in columns that are still there is kept. The import waits to be checked again.
         *
         *     Needs role editor, or scope `write`.
         */
        post: operations["recogniseImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/refused-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refused rows as a CSV file, each with its reason
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["downloadRefusedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import under the mapping last checked, score and write history; follow the run
         * @description Needs role editor, or scope `write`.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the whole import back: its responses, their scores, the history they made
         * @description Needs role editor, or scope `write`.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open invitations
         * @description Needs role owner, or scope `admin`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody; the link is shown once
         * @description Needs role owner, or scope `admin`.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Needs role owner, or scope `admin`.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation with the token of its link
         * @description Needs a signed-in person.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members of the tenant
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member; the last owner stays
         * @description Needs role owner, or scope `admin`.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role; the last owner stays owner
         * @description Needs role owner, or scope `admin`.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/respondents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Known respondents by key
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listRespondents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/respondents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One respondent; their responses are under /api/responses?respondent_id=
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getRespondent"];
        put?: never;
        post?: never;
        /**
         * Erase a person: key, responses, scores; figures of the days concerned are computed again
         * @description Needs role editor, or scope `write`.
         */
        delete: operations["eraseRespondent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Responses, newest first
         * @description `text` and `answer` are looked for by reading responses, for at most 10 seconds; give a form, days or a persona as well where there are many.
         *
         *     Needs role viewer, or scope `read`.
         */
        get: operations["listResponses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One response with its scores for all personas and the reason for each rule
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getResponse"];
        put?: never;
        post?: never;
        /**
         * Erase one response and everything derived from it
         * @description Needs role editor, or scope `write`.
         */
        delete: operations["eraseResponse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs, newest first
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run: progress, result or error
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what a failed run did once more, as a new run
         * @description Needs role editor, or scope `write`.
         */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, for which tenant, with which rights
         * @description Open to anybody.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Work in another tenant you are a member of
         * @description Needs a signed-in person.
         */
        put: operations["chooseTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tenant and its settings
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, time zone or settings; changed thresholds calculate all scores again
         * @description Needs role owner, or scope `admin`.
         */
        patch: operations["changeTenant"];
        trace?: never;
    };
    "/api/tenant/bands-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What other thresholds would make of the stored scores, persona by persona; nothing is changed
         * @description Needs role viewer, or scope `read`.
         */
        post: operations["previewBands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenant/contents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much the tenant holds: what would be lost with its data
         * @description Needs role viewer, or scope `read`.
         */
        get: operations["getTenantContents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenant/erase-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete all data of the tenant: responses, people, personas, forms, imports, history, dictionary; it cannot be taken back
         * @description Members, API keys, settings and the audit log stay. A demo tenant is no demo afterwards.
         *
         *     Needs role owner, or scope `admin`.
         */
        post: operations["eraseTenantData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a tenant and become its owner
         * @description Needs a signed-in person.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liveness: the process answers
         * @description Open to anybody.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus metrics; no tenant data
         * @description Open to anybody.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness: the database answers and is migrated
         * @description Open to anybody.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        Analytics: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            /** @description Respondents at or above the moderate band, by their latest response */
            coverage: components["schemas"]["CustomerShare"];
            /** @description Edition all figures belong to; null before the first calculation */
            edition: number | null;
            /** @description Share of rule weight that was answered at all */
            evidence: {
                /** @description 0..1, mean over responses */
                mean: number | null;
                n: number;
            };
            latest_data: components["schemas"]["Snapshot"] | null;
            match_statistics: components["schemas"]["MatchStatistics"];
            /** @description Larger than `edition` while a calculation is under way */
            newest_edition: number;
            persona_name: string;
            /** @description Respondents who match every rule */
            prevalence: components["schemas"]["CustomerShare"];
            /** @description How many responses have each score, lowest first */
            score_histogram: {
                [key: string]: number;
            };
            strong_coverage: components["schemas"]["CustomerShare"];
            verdict: components["schemas"]["Verdict"];
            window: {
                endDate: string | null;
                startDate: string | null;
                time_zone: string;
            };
        };
        AnswerBin: {
            /** @description First value of the bin: a number, or a day YYYY-MM-DD */
            from: number | string;
            /** @description Of them those who fit at `level`; null without rules */
            matching: number | null;
            /** @description Respondents who say so */
            respondents: number;
            /** @description First value of the next bin: not in this one */
            to: number | string;
        };
        AnswerCount: {
            /** @description Of them those who fit at `level`; null without rules */
            matching: number | null;
            /** @description Respondents who say so */
            respondents: number;
            /** @description As most people wrote it */
            value: string;
        };
        /**
         * @description As a form says, else as the answers look: number, date, boolean, multi, choice (at most 200 different answers) or text
         * @default text
         * @enum {string}
         */
        AnswerType: "text" | "number" | "date" | "choice" | "multi" | "boolean";
        ApiKey: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            expires_at: string | null;
            /** @description Identifier, unique within the installation */
            id: number;
            last_used_at: string | null;
            name: string;
            prefix: string;
            revoked_at: string | null;
            scopes: ("read" | "submit" | "write" | "admin")[];
        };
        Attribute: {
            aliases: string[];
            /** @description Identifier, unique within the installation */
            id: number;
            language: string | null;
            name: string;
            /** @description Spelling -> value, as {"NYC": "New York"} */
            synonyms: {
                [key: string]: string;
            };
        };
        AuditEntry: {
            action: string;
            actor: string;
            actor_name: string;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            at: string;
            details: components["schemas"]["JsonObject"];
            /** @description Identifier, unique within the installation */
            id: number;
            request_id: string | null;
            subject_id: string;
            subject_type: string;
        };
        /** @enum {string} */
        Band: "strong" | "moderate" | "weak";
        BandChange: {
            after: components["schemas"]["BandCounts"];
            before: components["schemas"]["BandCounts"];
            /** @description Identifier, unique within the installation */
            persona_id: number;
            persona_name: string;
        };
        BandCounts: {
            moderate: number;
            strong: number;
            weak: number;
        };
        BatchResult: {
            /** @description Of them at or above the moderate band */
            matched: number;
            message: string;
            /** @description Responses scored */
            processed: number;
            success: boolean;
        };
        /** @description `response_ids` follows the lines of the body */
        BulkResult: {
            already_there: number;
            received: number;
            response_ids: number[];
            stored: number;
        };
        /** @description One statement about the people behind a persona */
        CardClaim: {
            /** @description What the data are asked to check it (POST /evidence); null: not checked */
            claim: {
                attribute: string;
                /** @description A test of the rule language */
                is: components["schemas"]["JsonObject"];
            } | null;
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            text: string;
        };
        CardQuote: {
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            /** @description Who said it; may be empty */
            source: string;
            text: string;
        };
        CardSection: {
            claims: components["schemas"]["CardClaim"][];
            /** @description Where it stands on a wide page; on a narrow one column 2 follows column 1 */
            column: 1 | 2;
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            /** @enum {string} */
            kind: "identity" | "goals" | "frustrations" | "motivations" | "demographics" | "channels";
            /** @description Empty: the usual name of its kind */
            title: string;
        } | {
            /** @description Where it stands on a wide page; on a narrow one column 2 follows column 1 */
            column: 1 | 2;
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            /** @constant */
            kind: "quotes";
            quotes: components["schemas"]["CardQuote"][];
            /** @description Empty: the usual name of its kind */
            title: string;
        } | {
            /** @description Whose answers it draws; empty: none chosen yet */
            attribute: string;
            /** @description Where it stands on a wide page; on a narrow one column 2 follows column 1 */
            column: 1 | 2;
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            /** @constant */
            kind: "charts";
            /** @description Empty: the usual name of its kind */
            title: string;
        } | {
            /** @description Where it stands on a wide page; on a narrow one column 2 follows column 1 */
            column: 1 | 2;
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            /** @constant */
            kind: "text";
            text: string;
            /** @description Empty: the usual name of its kind */
            title: string;
        } | {
            alt: string;
            /** @description Where it stands on a wide page; on a narrow one column 2 follows column 1 */
            column: 1 | 2;
            /** @description Unique within the card; chosen by the caller, kept for life */
            id: string;
            /** @constant */
            kind: "image";
            src: string | null;
            /** @description Empty: the usual name of its kind */
            title: string;
        };
        /** @description What a persona card claims about its people, as a test on one attribute */
        Claim: {
            attribute: string;
            /** @description A test of the rule language, as `{"in": ["London"]}`, `{"between": [25, 40]}` or `{"mentions": ["error"]}` */
            is: components["schemas"]["JsonObject"];
        };
        ClaimEvidence: {
            attribute: string;
            /** @description people - others, in percentage points; null when one side has nobody */
            difference: number | null;
            /** @description 95 % interval of the difference in points (Newcombe, from two Wilson intervals) */
            interval: components["schemas"]["Interval"] | null;
            is: components["schemas"]["JsonObject"];
            /** @description Of everybody else */
            others: components["schemas"]["CustomerShare"];
            /** @description Of these people: how many say so, of how many who answered */
            people: components["schemas"]["CustomerShare"];
            /** @description Position of the first rule of the persona that asks about the same attribute: the claim holds by definition, in part */
            rule: number | null;
            /**
             * @description more / fewer than the others when the interval leaves out 0, else same; too_few when one side has fewer than 30 who answered; not_asked when nobody answered
             * @enum {string}
             */
            says: "more" | "fewer" | "same" | "too_few" | "not_asked";
            /**
             * @description mention it: a test of free text, where silence is no denial
             * @enum {string}
             */
            wording: "say so" | "mention it";
        };
        ColumnChoice: {
            /**
             * @description For `submitted_at`
             * @enum {string}
             */
            date_order?: "mdy" | "dmy" | "ymd";
            /** @description For `field`: as in a form. Columns that share a key become one multi-value field */
            field?: components["schemas"]["FormField"];
            /** @description Column of the file, from 0 */
            index: number;
            /**
             * @default field
             * @enum {string}
             */
            use: "field" | "submitted_at" | "respondent_key" | "external_id" | "ignore";
        };
        ColumnChoiceInput: {
            /**
             * @description For `submitted_at`
             * @enum {string}
             */
            date_order?: "mdy" | "dmy" | "ymd";
            /** @description For `field`: as in a form. Columns that share a key become one multi-value field */
            field?: components["schemas"]["FormFieldInput"];
            /** @description Column of the file, from 0 */
            index: number;
            /**
             * @default field
             * @enum {string}
             */
            use?: "field" | "submitted_at" | "respondent_key" | "external_id" | "ignore";
        };
        CustomerShare: {
            /** @description 95 % Wilson interval in percent */
            interval: components["schemas"]["Interval"];
            /** @description null when there is nobody */
            percentage: number | null;
            /** @description Respondents counted in */
            persona_customers: number;
            /** @description All respondents: the n of the share */
            total_customers: number;
        };
        Diagnostics: {
            counted_twice: components["schemas"]["RulePair"][];
            /** @description Respondents who do not match, and would if some single rule were credited */
            match_but_for_one: components["schemas"]["CustomerShare"];
            /** @description Respondents who pass every rule but one */
            one_rule_short: components["schemas"]["CustomerShare"];
            respondents: number;
            rules: components["schemas"]["RuleDiagnosis"][];
            /** @description Position of the rule whose waiver would make most respondents strong */
            strictest_rule: number | null;
            /** @description Respondents who are not strong, and would be if some single rule were credited */
            strong_but_for_one: components["schemas"]["CustomerShare"];
        };
        Differences: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            /** @description Not compared: personal data, free text and ids (more than 200 different answers), with `beyond_rules` what rules ask about, and attributes beyond the first hundred */
            attributes_left_out: string[];
            /** @description Answers compared: the number of tests that p_adjusted makes up for */
            compared: number;
            /** @description Largest difference first; only those whose interval leaves out 0, with p_adjusted below 0.1 and at least 30 answers on both sides. Of a question with two answers only the one that the people give more often */
            items: components["schemas"]["DifferingAnswer"][];
            others: number;
            /** @description Respondents looked at */
            people: number;
        };
        DifferingAnswer: {
            /** @description The answer, or the range of numbers or days: `25 to 34` */
            answer: string;
            attribute: string;
            /** @description people - others, in percentage points; null when one side has nobody */
            difference: number | null;
            /** @description 95 % interval of the difference in points (Newcombe, from two Wilson intervals) */
            interval: components["schemas"]["Interval"] | null;
            /** @description The same as a test of the rule language: ready for a rule or a claim */
            is: components["schemas"]["JsonObject"];
            /** @description The question as asked, when a form says it */
            label: string | null;
            /** @description Of everybody else */
            others: components["schemas"]["CustomerShare"];
            /** @description p of the difference after Benjamini-Hochberg over all answers compared */
            p_adjusted: number;
            /** @description Of these people: how many say so, of how many who answered */
            people: components["schemas"]["CustomerShare"];
            role: ("demographic" | "channel" | "metric") | null;
            /** @description Position of the first rule about this attribute; null: no rule asks for it */
            rule: number | null;
            /**
             * @description more / fewer than the others when the interval leaves out 0, else same; too_few when one side has fewer than 30 who answered; not_asked when nobody answered
             * @enum {string}
             */
            says: "more" | "fewer" | "same" | "too_few" | "not_asked";
        };
        Distribution: {
            /** @description Set aside above */
            above: number;
            /** @description Respondents with an answer that could be read as its type */
            answered: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            attribute: string;
            /** @description Set aside: so far below the others that the bins leave them out (3 quartile ranges) */
            below: number;
            /** @description Numbers and dates: at most 60 bins of equal width (dates: days, weeks, months or years), without gaps */
            bins: components["schemas"]["AnswerBin"][] | null;
            /** @description How many different answers there are (after `search`) */
            distinct: number;
            largest: number | string | null;
            /** @description Respondents of the window who fit at `level`; null without rules */
            matching: components["schemas"]["CustomerShare"] | null;
            median: number | string | null;
            missing: number;
            /** @description All respondents of the window: answered + missing + unreadable */
            respondents: number;
            smallest: number | string | null;
            type: components["schemas"]["AnswerType"];
            /** @description Answers that are no number or date where the type wants one */
            unreadable: number;
            /** @description Other types: most frequent first, then by text; a person with several choices counts in each. For text: the most frequent whole answers */
            values: components["schemas"]["AnswerCount"][] | null;
        };
        ErasureReceipt: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            erased_at: string;
            responses_erased: number;
            scores_erased: number;
            snapshots_recomputed: number;
        };
        Evidence: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            claims: components["schemas"]["ClaimEvidence"][];
            edition: number;
            level: components["schemas"]["Level"];
            others: number;
            people: number;
            /** @description Identifier, unique within the installation */
            persona_id: number;
        };
        FieldProblem: {
            /** @description Why a file is refused, as `image`: stable, to be worded in any language */
            code?: string;
            /** @description What is wrong and what would be right */
            message: string;
            /** @description The place, as `mapping_rules.rules[2].is.between[0]` */
            path: string;
            /** @description Line of a bulk body or row of a file, from 1 */
            row?: number;
        };
        Form: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            fields: components["schemas"]["FormField"][];
            /** @description Identifier, unique within the installation */
            id: number;
            name: string;
            response_count: number;
            revision: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            updated_at: string;
        };
        FormChange: {
            fields?: components["schemas"]["FormFieldInput"][];
            name?: string;
        };
        FormField: {
            /** @default [] */
            aliases: string[];
            /**
             * @description The attribute it says something about; null: the key itself
             * @default null
             */
            attribute: string | null;
            /** @default null */
            date_order: ("mdy" | "dmy" | "ymd") | null;
            /**
             * @description Splits a multi-value answer given as text; never inside parentheses
             * @default null
             */
            delimiter: string | null;
            /**
             * @description Holds personal data: left out of exports unless asked for
             * @default false
             */
            is_personal: boolean;
            /** @description Key in response_data */
            key: string;
            /**
             * @description The question as asked; also understood as a key
             * @default
             */
            label: string;
            /** @default null */
            language: string | null;
            /**
             * @description Answers that mean "no answer"
             * @default []
             */
            missing: string[];
            /** @default null */
            role: ("demographic" | "channel" | "metric") | null;
            /**
             * @default text
             * @enum {string}
             */
            type: "text" | "number" | "date" | "choice" | "multi" | "boolean";
        };
        FormFieldInput: {
            /** @default [] */
            aliases?: string[];
            /**
             * @description The attribute it says something about; null: the key itself
             * @default null
             */
            attribute?: string | null;
            /** @default null */
            date_order?: ("mdy" | "dmy" | "ymd") | null;
            /**
             * @description Splits a multi-value answer given as text; never inside parentheses
             * @default null
             */
            delimiter?: string | null;
            /**
             * @description Holds personal data: left out of exports unless asked for
             * @default false
             */
            is_personal?: boolean;
            /** @description Key in response_data */
            key: string;
            /**
             * @description The question as asked; also understood as a key
             * @default
             */
            label?: string;
            /** @default null */
            language?: string | null;
            /**
             * @description Answers that mean "no answer"
             * @default []
             */
            missing?: string[];
            /** @default null */
            role?: ("demographic" | "channel" | "metric") | null;
            /**
             * @default text
             * @enum {string}
             */
            type?: "text" | "number" | "date" | "choice" | "multi" | "boolean";
        };
        Health: {
            /** @constant */
            status: "ok";
            version: string;
        };
        HeldAttribute: {
            /** @description The name that rules use */
            attribute: string;
            /** @description Forms whose responses hold it */
            form_ids: number[];
            is_personal: boolean;
            /** @description The question as asked, when a form says it */
            label: string | null;
            /** @description Responses of these forms: how many could have answered it */
            responses: number;
            role: ("demographic" | "channel" | "metric") | null;
            /** @description As the forms declare it; null: no form declares it */
            type: ("text" | "number" | "date" | "choice" | "multi" | "boolean") | null;
        };
        Import: {
            byte_count: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            /** @description Who uploaded it, as `user:u1` */
            created_by: string;
            /** @description Their name then; null in imports of before names were kept */
            created_by_name: string | null;
            file_name: string;
            form_id: number | null;
            /** @description Identifier, unique within the installation */
            id: number;
            imported_at: string | null;
            /** @description Proposed at first, then as last checked */
            mapping: components["schemas"]["ImportMapping"] | null;
            /** @description What was recognised, and why; lists of imports leave it out */
            recognition: components["schemas"]["Recognition"] | null;
            report: components["schemas"]["ImportReport"] | null;
            /** @enum {string} */
            status: "uploading" | "recognised" | "refused" | "checked" | "importing" | "imported" | "failed" | "undone";
            undone_at: string | null;
        };
        ImportMapping: {
            columns: components["schemas"]["ColumnChoice"][];
            /** @description Into an existing form */
            form_id?: number;
            /** @description Or into a new one of this name */
            form_name?: string;
            /**
             * Format: date-time
             * @description For rows without a date; without it such rows are refused
             */
            submitted_at?: string;
        };
        ImportMappingInput: {
            columns: components["schemas"]["ColumnChoiceInput"][];
            /** @description Into an existing form */
            form_id?: number;
            /** @description Or into a new one of this name */
            form_name?: string;
            /**
             * Format: date-time
             * @description For rows without a date; without it such rows are refused
             */
            submitted_at?: string;
        };
        ImportReport: {
            already_there: number;
            days: {
                first: string | null;
                last: string | null;
            };
            /** @description Rows that are (or would be) stored */
            ready: number;
            refused: number;
            /** @description The first of them; all under /refused-rows */
            refused_sample: components["schemas"]["RefusedRow"][];
            rows: number;
        };
        /** @description 95 % interval, [low, high], in the unit of its figure */
        Interval: [
            number,
            number
        ];
        Invitation: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            email: string;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            expires_at: string;
            /** @description Identifier, unique within the installation */
            id: number;
            /** @enum {string} */
            role: "owner" | "editor" | "viewer";
        };
        JsonObject: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /** @description Any JSON value */
        JsonValue: unknown;
        /**
         * @description match: at or above the moderate band; strong: in the strong band; every_rule: passes every rule
         * @enum {string}
         */
        Level: "match" | "strong" | "every_rule";
        /** @description Short form: one rule of weight 1 a key; an array means "one of", {min, max} a range. Full form: {missing, rules: [...]} with tests between, atLeast, atMost, in, anyOf, allOf, noneOf, atLeastOf, contains, mentions, answered, groups all / any / not, weight, required, label. */
        MappingRules: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        MatchedAttribute: {
            /** @description The answer as given; null when not answered */
            actual: components["schemas"]["JsonValue"];
            answered: boolean;
            expected: components["schemas"]["JsonValue"];
            match: boolean;
        };
        MatchResult: {
            band: components["schemas"]["Band"];
            edition: number;
            /** @description 0..1 */
            evidence: number;
            matchedAttributes: {
                [key: string]: components["schemas"]["MatchedAttribute"];
            };
            matchedRules: number;
            score: number;
            totalRules: number;
        };
        /** @description Counts responses */
        MatchStatistics: {
            avg_match_score: number | null;
            best_match_score: number | null;
            distribution: {
                moderate: number;
                strong: number;
                weak: number;
            };
            total_responses: number;
            worst_match_score: number | null;
        };
        Member: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "editor" | "viewer";
            user_id: string;
        };
        MetricDetail: {
            interval: components["schemas"]["Interval"] | null;
            /** @description Matching responses with a valid answer */
            n: number;
            /** @description Answers outside the declared scale: counted, never clamped */
            rejected: number;
            sd: number | null;
        };
        /** @description The attribute a metric is read from and its declared scale */
        MetricSetting: {
            field: string;
            max: number;
            min: number;
        };
        MovedPerson: {
            band: components["schemas"]["Band"];
            evidence: number;
            /** @description Identifier, unique within the installation */
            form_id: number;
            match_score: number;
            previous_band: components["schemas"]["Band"];
            previous_score: number;
            /** @description null: nobody said who answered */
            respondent_id: number | null;
            respondent_key: string | null;
            response_data: components["schemas"]["JsonObject"];
            /** @description Their latest response in the window: the one they are counted by */
            response_id: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            submitted_at: string;
        };
        MovedResponse: {
            match_score: number;
            previous_score: number;
            /** @description Identifier, unique within the installation */
            response_id: number;
        };
        NewAttribute: {
            /** @default [] */
            aliases?: string[];
            /** @default null */
            language?: string | null;
            name: string;
            /** @default {} */
            synonyms?: {
                [key: string]: string;
            };
        };
        NewForm: {
            /** @default [] */
            fields?: components["schemas"]["FormFieldInput"][];
            name: string;
        };
        NewPersona: {
            /** @default {} */
            card?: components["schemas"]["PersonaCard"];
            /** @default  */
            description?: string;
            /** @default null */
            mapping_rules?: components["schemas"]["MappingRules"] | null;
            name: string;
            /**
             * @default active
             * @enum {string}
             */
            status?: "draft" | "active" | "archived";
            /**
             * @default {
             *       "auto_sync": true,
             *       "sync_frequency": "daily"
             *     }
             */
            sync_config?: components["schemas"]["SyncConfigInput"];
            /** @default [] */
            tags?: string[];
        };
        Overlap: {
            /** @description Identifier, unique within the installation */
            a: number;
            /** @description Identifier, unique within the installation */
            b: number;
            both: number;
            jaccard: number | null;
            /** @description both / what chance alone would give */
            lift: number | null;
            /** @description `both` among the respondents of a */
            of_a: components["schemas"]["Share"];
            /** @description `both` among the respondents of b */
            of_b: components["schemas"]["Share"];
            /** @description both / the smaller persona; 1 = one contains the other */
            overlap_coefficient: number | null;
        };
        /** @description A respondent, by the latest response of the window */
        Person: {
            /** @description Identifier, unique within the installation */
            form_id: number;
            /** @description null: nobody said who answered */
            respondent_id: number | null;
            respondent_key: string | null;
            response_data: components["schemas"]["JsonObject"];
            /** @description Their latest response in the window: the one they are counted by */
            response_id: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            submitted_at: string;
        };
        Persona: {
            /** @description What people read, as it was sent: see PersonaCard */
            card: components["schemas"]["JsonObject"];
            color_index: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            description: string;
            /** @description Newest edition of the rules; 0 while there are none */
            edition: number;
            figures?: components["schemas"]["PersonaFigures"] | null;
            /** @description Identifier, unique within the installation */
            id: number;
            last_synced_at: string | null;
            /** @description As written; null while there are none */
            mapping_rules: components["schemas"]["MappingRules"] | null;
            name: string;
            /** @description Where the photo of the card is, another address for another photo; null without one */
            photo_url: string | null;
            /** @description Send it back as If-Match when you change the persona */
            revision: number;
            rule_count: number;
            /** @description The same in full form */
            rules: components["schemas"]["MappingRules"] | null;
            /** @description Edition all present scores belong to */
            scored_edition: number | null;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            sync_config: components["schemas"]["SyncConfig"];
            tags: string[];
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            updated_at: string;
        };
        PersonaAnswer: {
            /** @description What people read, as it was sent: see PersonaCard */
            card: components["schemas"]["JsonObject"];
            color_index: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            description: string;
            /** @description Newest edition of the rules; 0 while there are none */
            edition: number;
            figures?: components["schemas"]["PersonaFigures"] | null;
            /** @description Identifier, unique within the installation */
            id: number;
            last_synced_at: string | null;
            /** @description As written; null while there are none */
            mapping_rules: components["schemas"]["MappingRules"] | null;
            name: string;
            /** @description Where the photo of the card is, another address for another photo; null without one */
            photo_url: string | null;
            /** @description Send it back as If-Match when you change the persona */
            revision: number;
            rule_count: number;
            /** @description The same in full form */
            rules: components["schemas"]["MappingRules"] | null;
            /** @description The calculation that this change started, if it changed the rules */
            run: components["schemas"]["RunSummary"] | null;
            /** @description Edition all present scores belong to */
            scored_edition: number | null;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            sync_config: components["schemas"]["SyncConfig"];
            tags: string[];
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            updated_at: string;
        };
        /** @description What people read: sections in order, each with its kind and content */
        PersonaCard: {
            photo?: string | null;
            /** @description In the order in which they stand in their column */
            sections?: components["schemas"]["CardSection"][];
        } & {
            [key: string]: components["schemas"]["JsonValue"];
        };
        PersonaChange: {
            card?: components["schemas"]["PersonaCard"];
            description?: string;
            mapping_rules?: components["schemas"]["MappingRules"];
            name?: string;
            /** @description Why the rules change; kept with the edition */
            note?: string;
            /** @enum {string} */
            status?: "draft" | "active" | "archived";
            sync_config?: components["schemas"]["SyncConfigInput"];
            tags?: string[];
        };
        PersonaDiagnostics: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            counted_twice: components["schemas"]["RulePair"][];
            edition: number;
            /** @description Respondents who do not match, and would if some single rule were credited */
            match_but_for_one: components["schemas"]["CustomerShare"];
            /** @description Respondents who pass every rule but one */
            one_rule_short: components["schemas"]["CustomerShare"];
            /** @description Identifier, unique within the installation */
            persona_id: number;
            respondents: number;
            rules: components["schemas"]["RuleDiagnosis"][];
            /** @description Position of the rule whose waiver would make most respondents strong */
            strictest_rule: number | null;
            /** @description Respondents who are not strong, and would be if some single rule were credited */
            strong_but_for_one: components["schemas"]["CustomerShare"];
        };
        PersonaFigures: {
            avg_match_score: number | null;
            coverage: components["schemas"]["CustomerShare"];
            /** @description The verdict, sentence by sentence */
            said: components["schemas"]["Said"][];
            strong_coverage: components["schemas"]["CustomerShare"];
            total_responses: number;
            /** @description The twelve weeks up to the newest day with responses, oldest first; empty without any. Responses of the last moments may be missing. */
            trend: {
                /** @description Of the respondents of the week, each by their latest response in it */
                coverage: components["schemas"]["CustomerShare"];
                /**
                 * Format: date
                 * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                 */
                first_day: string;
                /**
                 * Format: date
                 * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                 */
                last_day: string;
            }[];
            verdict: string;
        };
        PersonaScore: {
            band: components["schemas"]["Band"];
            edition: number;
            evidence: number;
            match_score: number;
            /** @description Identifier, unique within the installation */
            persona_id: number;
            persona_name: string;
        };
        PersonaVersion: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            created_by_name: string;
            edition: number;
            mapping_rules: components["schemas"]["MappingRules"];
            note: string;
            restored_from: number | null;
            rules: components["schemas"]["MappingRules"];
        };
        Portfolio: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            /** @description How many different sets there are */
            combination_count: number;
            /** @description The 20 largest sets of personas that respondents fit at `level`; an empty set is the gap */
            combinations: {
                count: number;
                persona_ids: number[];
            }[];
            /** @description First day of the window with a response; null when there is none */
            first_day: string | null;
            /** @description Respondents who match nobody */
            gap: components["schemas"]["CustomerShare"];
            greedy_order: {
                adds: number;
                covered: number;
                percentage: number | null;
                /** @description Identifier, unique within the installation */
                persona_id: number;
            }[];
            last_day: string | null;
            /** @description What unique, nobody, overlap, combinations and greedy_order count */
            level: components["schemas"]["Level"];
            /** @description Respondents whom no persona reaches at `level` */
            nobody: components["schemas"]["CustomerShare"];
            overlap: components["schemas"]["Overlap"][];
            personas: components["schemas"]["PortfolioPersona"][];
            remarks: {
                /** @enum {string} */
                code: "too_similar" | "adds_almost_nobody" | "too_broad";
                persona_ids: number[];
                said: components["schemas"]["Said"];
                sentence: string;
            }[];
            /** @description Respondents with no strong persona */
            strong_gap: components["schemas"]["CustomerShare"];
            total_customers: number;
            total_responses: number;
            union: {
                coverage: components["schemas"]["CustomerShare"];
                prevalence: components["schemas"]["CustomerShare"];
                strong_coverage: components["schemas"]["CustomerShare"];
            };
        };
        PortfolioPersona: {
            coverage: components["schemas"]["CustomerShare"];
            edition: number;
            name: string;
            /** @description Identifier, unique within the installation */
            persona_id: number;
            prevalence: components["schemas"]["CustomerShare"];
            /** @description Respondents whose best persona this is (score, evidence, smaller persona, id) */
            primary: number;
            strong_coverage: components["schemas"]["CustomerShare"];
            /** @description Respondents whom only this persona reaches at `level`: lost if it is dropped */
            unique: components["schemas"]["Share"];
            verdict: string;
        };
        Preview: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            as_of: string;
            /** @description Some of those that `difference` counts; null unless included */
            changes: {
                /** @description At most ten, newest response first; all of them: /preview/people */
                become_strong: components["schemas"]["MovedResponse"][];
                /** @description At most ten, newest response first; all of them: /preview/people */
                enter: components["schemas"]["MovedResponse"][];
                /** @description At most ten, newest response first; all of them: /preview/people */
                leave: components["schemas"]["MovedResponse"][];
                /** @description At most ten, newest response first; all of them: /preview/people */
                lose_strong: components["schemas"]["MovedResponse"][];
            } | null;
            /** @description Respondents at or above the moderate band, by their latest response */
            coverage: components["schemas"]["CustomerShare"];
            /** @description How the rules work together; null unless included */
            diagnostics: components["schemas"]["Diagnostics"] | null;
            /** @description Against the present edition of `persona_id`; null without one */
            difference: {
                become_strong: number;
                edition: number;
                /** @description Respondents who do not match now and would */
                enter: number;
                leave: number;
                lose_strong: number;
                /** @description Identifier, unique within the installation */
                persona_id: number;
            } | null;
            /** @description Share of rule weight that was answered at all */
            evidence: {
                /** @description 0..1, mean over responses */
                mean: number | null;
                n: number;
            };
            match_statistics: components["schemas"]["MatchStatistics"];
            /** @description What the present edition of `persona_id` says about the same responses; null without one */
            present: {
                /** @description Respondents at or above the moderate band, by their latest response */
                coverage: components["schemas"]["CustomerShare"];
                match_statistics: components["schemas"]["MatchStatistics"];
                /** @description Respondents who match every rule */
                prevalence: components["schemas"]["CustomerShare"];
                strong_coverage: components["schemas"]["CustomerShare"];
            } | null;
            /** @description Respondents who match every rule */
            prevalence: components["schemas"]["CustomerShare"];
            rules: components["schemas"]["RuleFigures"][];
            /** @description How many responses have each score, lowest first */
            score_histogram: {
                [key: string]: number;
            };
            /** @description The rule whose waiver would make most responses strong */
            strictest_rule: string | null;
            strong_coverage: components["schemas"]["CustomerShare"];
            verdict: components["schemas"]["Verdict"];
        };
        /** @description RFC 9457 problem details */
        Problem: {
            /** @enum {string} */
            code: "bad_request" | "not_signed_in" | "invalid_credentials" | "not_allowed" | "wrong_origin" | "not_found" | "no_such_route" | "name_taken" | "in_use" | "wrong_state" | "already_running" | "superseded" | "idempotency_conflict" | "edited_meanwhile" | "too_large" | "unsupported_media_type" | "invalid_input" | "invalid_rules" | "invalid_rows" | "no_rules" | "file_refused" | "takes_too_long" | "if_match_required" | "too_many_requests" | "internal" | "over_capacity" | "not_ready";
            detail?: string;
            errors?: components["schemas"]["FieldProblem"][];
            request_id?: string;
            status: number;
            title: string;
            /** @description A URI reference naming the kind of problem */
            type: string;
        };
        Ready: {
            database: string;
            jobs: boolean;
            migrations: number;
            /** @constant */
            status: "ready";
        };
        Recognition: {
            columns: {
                /** @description 0..1 */
                answered_share: number;
                distinct_count: number;
                /** @description Key of the proposed field */
                field: string | null;
                header: string;
                index: number;
                is_distinct_capped: boolean;
                is_empty: boolean;
                max: number | null;
                min: number | null;
                option: string | null;
                question: string;
                samples: string[];
                short_name: string | null;
            }[];
            delimiter: ("," | ";" | "\t" | "|") | null;
            delimiter_confidence: ("sure" | "likely" | "check") | null;
            delimiter_note: components["schemas"]["RecognitionNote"] | null;
            delimiter_reason: string | null;
            encoding: ("utf-8" | "utf-16le" | "utf-16be" | "macintosh" | "windows-1252") | null;
            encoding_confidence: ("sure" | "likely" | "check") | null;
            encoding_note: components["schemas"]["RecognitionNote"] | null;
            encoding_reason: string | null;
            exporter: ("google-forms" | "qualtrics" | "surveymonkey") | null;
            fields: {
                columns: number[];
                /**
                 * @description Proved, probable, or for a person to look at
                 * @enum {string}
                 */
                confidence: "sure" | "likely" | "check";
                date_order: ("mdy" | "dmy" | "ymd") | null;
                delimiter: string | null;
                header: string;
                key: string;
                metric: {
                    /** @enum {string} */
                    kind: "nps" | "satisfaction" | "trust" | "effort" | "rating";
                    max: number;
                    min: number;
                } | null;
                missing: {
                    count: number;
                    token: string;
                }[];
                note: components["schemas"]["RecognitionNote"] | null;
                personal_data: ("e-mail" | "ip address" | "phone" | "name" | "location") | null;
                reason: string;
                role: ("submitted_at" | "respondent" | "external_id" | "demographic" | "metric") | null;
                /** @enum {string} */
                type: "text" | "number" | "date" | "choice" | "multi" | "boolean";
            }[];
            /** @enum {string} */
            format: "csv" | "tsv" | "xlsx";
            header_confidence: ("sure" | "likely" | "check") | null;
            header_note: components["schemas"]["RecognitionNote"] | null;
            header_reason: string;
            header_rows: number;
            is_row_count_exact: boolean;
            other_sheets: string[];
            /** @description The warnings, in their order, to be worded in any language */
            remarks: components["schemas"]["RecognitionNote"][];
            row_count: number;
            sheet: string | null;
            /** @description What a person said; everything else was found out */
            told: components["schemas"]["RecognitionTold"];
            warnings: string[];
        };
        RecognitionNote: {
            /** @enum {string} */
            code: "as_told" | "byte_order_mark" | "zero_bytes" | "only_ascii" | "valid_utf8" | "mostly_utf8" | "reads_better" | "invalid_utf8_places" | "damaged_text" | "encoding_guessed" | "columns_even" | "columns_uneven" | "one_column" | "header_told" | "header_none" | "header_plain" | "header_google_forms" | "header_qualtrics_three" | "header_qualtrics_two" | "header_surveymonkey" | "header_looks_like_answers" | "unnamed_columns" | "repeated_names" | "other_sheets" | "rows_unreadable" | "no_answers" | "option_columns" | "iso_dates" | "dates_proved" | "dates_assumed" | "numbers" | "only_values" | "several_values" | "values" | "values_with_common" | "values_in_answers" | "too_few_fields" | "too_many_fields" | "nul_byte" | "invalid_bytes" | "cell_too_long" | "unclosed_quote" | "no_date" | "not_a_date" | "date_before_1900" | "date_in_future" | "id_too_long";
            /** @description What stands in the blanks of the sentence */
            params: {
                [key: string]: string | number;
            };
        };
        RecognitionTold: {
            /** @enum {string} */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding?: "utf-8" | "utf-16le" | "utf-16be" | "macintosh" | "windows-1252";
            /** @description Rows at the top that are no answers; 0: there are no column names */
            header_rows?: number;
            /** @description Name of the worksheet that is read */
            sheet?: string;
        };
        RefusedRow: {
            code: string;
            field: string | null;
            /** @description The reason, to be worded in any language */
            note: components["schemas"]["RecognitionNote"] | null;
            reason: string;
            row_number: number;
        };
        Respondent: {
            first_response_at: string | null;
            /** @description Identifier, unique within the installation */
            id: number;
            latest_response_at: string | null;
            respondent_key: string;
            response_count: number;
        };
        Response: {
            external_id: string | null;
            /** @description Identifier, unique within the installation */
            form_id: number;
            /** @description Identifier, unique within the installation */
            id: number;
            import_id: number | null;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            received_at: string;
            respondent_id: number | null;
            response_data: components["schemas"]["JsonObject"];
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            submitted_at: string;
        };
        ResponseDetail: {
            external_id: string | null;
            /** @description Identifier, unique within the installation */
            form_id: number;
            /** @description Identifier, unique within the installation */
            id: number;
            import_id: number | null;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            received_at: string;
            respondent_id: number | null;
            response_data: components["schemas"]["JsonObject"];
            scores: {
                band: components["schemas"]["Band"];
                edition: number;
                evidence: number;
                match_score: number;
                matched_attributes: {
                    [key: string]: components["schemas"]["MatchedAttribute"];
                };
                /** @description Identifier, unique within the installation */
                persona_id: number;
                persona_name: string;
            }[];
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            submitted_at: string;
        };
        /** @description Counts respondents, by their latest response in the window */
        RuleDiagnosis: {
            /** @description What the rule asks about */
            attributes: string[];
            /** @description Corrected item-rest correlation, -1..1: does passing it go with the weight of the other rules? null when either never varies */
            goes_with_others: number | null;
            /** @description What it tells about being strong on the other rules, in bits, corrected for chance; null below 30 respondents */
            information_bits: number | null;
            label: string;
            /** @description Respondents who do not match and would if it were credited */
            match_if_waived: number;
            /** @description Respondents who pass every rule but this one */
            only_one_missed: number;
            /** @description Respondents who pass the rule */
            passes: components["schemas"]["CustomerShare"];
            required: boolean;
            /**
             * @description In a word, first that fits: too_few below 30 respondents; always_passes / never_passes carry weight but tell nothing; against: correlation below 0; little: below 0.2; carries: from 0.2. The cut-off is a convention of psychometrics.
             * @enum {string}
             */
            says: "too_few" | "always_passes" | "never_passes" | "against" | "little" | "carries";
            /** @description Signed change of strong respondents if it were taken out and the other weights were all; may be negative */
            strong_if_deleted: number;
            /** @description Respondents who are not strong and would be if it were credited: whom it shuts out */
            strong_if_waived: number;
            /** @description Respondents who did not answer it */
            unanswered: number;
            weight: number;
        };
        RuleFigures: {
            label: string;
            /** @description Of all responses */
            match_percentage: number | null;
            /** @description Responses that pass the rule */
            matched: number;
            /** @description Responses that did not answer it */
            missing: number;
            required: boolean;
            /** @description Responses below strong that would be strong if this rule were credited */
            strong_if_waived: number;
            weight: number;
        };
        /** @description Two rules that pick nearly the same people: Jaccard from 0.9, or each implies the other from 0.95 */
        RulePair: {
            /** @description Position of a rule, from 0 */
            a: number;
            b: number;
            both: number;
            jaccard: number;
            phi: number | null;
            said: components["schemas"]["Said"];
            sentence: string;
        };
        Run: {
            /** @description How often it was begun: more than 1 after a crash */
            attempt: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            done: number;
            error: {
                code: string;
                message: string;
            } | null;
            finished_at: string | null;
            /** @description Identifier, unique within the installation */
            id: number;
            import_id: number | null;
            /** @enum {string} */
            kind: "batch-calculate" | "sync" | "import" | "undo-import";
            persona_id: number | null;
            requested_by: string;
            /** @description Their name then; null for the schedule, and in runs of before names were kept */
            requested_by_name: string | null;
            result: components["schemas"]["JsonObject"] | null;
            started_at: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed";
            /** @description null while not known */
            total: number | null;
        };
        RunSummary: {
            /** @description Identifier, unique within the installation */
            id: number;
            /** @enum {string} */
            kind: "batch-calculate" | "sync" | "import" | "undo-import";
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed";
        };
        /** @description What a sentence says, for wording it in another language */
        Said: {
            code: string;
            params: {
                [key: string]: string | number;
            };
        };
        ScoredPerson: {
            band: components["schemas"]["Band"];
            evidence: number;
            /** @description Identifier, unique within the installation */
            form_id: number;
            match_score: number;
            /** @description null: nobody said who answered */
            respondent_id: number | null;
            respondent_key: string | null;
            response_data: components["schemas"]["JsonObject"];
            /** @description Their latest response in the window: the one they are counted by */
            response_id: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            submitted_at: string;
        };
        Session: {
            tenant: {
                /** @description Identifier, unique within the installation */
                id: number;
                is_demo: boolean;
                name: string;
                role: ("owner" | "editor" | "viewer") | null;
                scopes: ("read" | "submit" | "write" | "admin")[];
            } | null;
            tenants: {
                /** @description Identifier, unique within the installation */
                id: number;
                is_demo: boolean;
                name: string;
                /** @enum {string} */
                role: "owner" | "editor" | "viewer";
            }[];
            /** @description null for an API key */
            user: {
                email: string;
                id: string;
                name: string;
            } | null;
        };
        Share: {
            count: number;
            interval: components["schemas"]["Interval"];
            percentage: number | null;
        };
        Snapshot: {
            behavioral_data: {
                avg_evidence: number | null;
                avg_match_score: number | null;
                matches: number;
                moderate: number;
                strong: number;
                weak: number;
            };
            /** @description Per demographic attribute: answer -> matching responses; `null` key absent */
            demographics: components["schemas"]["JsonObject"];
            /** @description Edition of the rules it was computed under */
            edition: number;
            /** @description false for a day that was not over when it was computed */
            is_complete: boolean;
            metric_details: {
                [key: string]: components["schemas"]["MetricDetail"];
            };
            metrics: {
                effort: number | null;
                /** @description Mean of nps_score, as the original had it; the true NPS is `nps` */
                loyalty: number | null;
                /** @description -100..100, over matching responses; null when nobody answered */
                nps: number | null;
                satisfaction: number | null;
                trust: number | null;
            };
            /** @description All responses submitted that day */
            response_count: number;
            /**
             * Format: date
             * @description Calendar day in the tenant's time zone, YYYY-MM-DD
             */
            snapshot_date: string;
        };
        StoredResponse: {
            /** @description true: the external_id was known, nothing was changed */
            already_there: boolean;
            /** @description Identifier, unique within the installation */
            id: number;
            /** @description Under every active persona, best first */
            scores: components["schemas"]["PersonaScore"][];
        };
        SubmittedResponse: {
            /** @description Makes submitting it again harmless */
            external_id?: string;
            /** @description Who answered; the same key is the same person */
            respondent_key?: string;
            response_data: components["schemas"]["JsonObject"];
            /**
             * Format: date-time
             * @description Default: now
             */
            submitted_at?: string;
        };
        SyncConfig: {
            auto_sync: boolean;
            /**
             * @default daily
             * @constant
             */
            sync_frequency: "daily";
        };
        SyncConfigInput: {
            auto_sync: boolean;
            /**
             * @default daily
             * @constant
             */
            sync_frequency?: "daily";
        };
        SyncResult: {
            days_written: number;
            message: string;
            snapshot: components["schemas"]["Snapshot"] | null;
            success: boolean;
        };
        Tenant: {
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            created_at: string;
            /** @description Identifier, unique within the installation */
            id: number;
            is_demo: boolean;
            name: string;
            settings: components["schemas"]["TenantSettings"];
            time_zone: string;
        };
        TenantContents: {
            attributes: number;
            forms: number;
            imports: number;
            personas: number;
            respondents: number;
            responses: number;
            snapshots: number;
        };
        TenantSettings: {
            bands: {
                moderate: number;
                strong: number;
            };
            demographics: string[];
            metrics: {
                effort: components["schemas"]["MetricSetting"];
                loyalty: components["schemas"]["MetricSetting"];
                satisfaction: components["schemas"]["MetricSetting"];
                trust: components["schemas"]["MetricSetting"];
            };
        };
        TopMatch: {
            band: components["schemas"]["Band"];
            evidence: number;
            match_score: number;
            matched_attributes: {
                [key: string]: components["schemas"]["MatchedAttribute"];
            };
            response_data: components["schemas"]["JsonObject"];
            /** @description Identifier, unique within the installation */
            response_id: number;
            /**
             * Format: date-time
             * @description ISO 8601 instant with offset
             */
            submitted_at: string;
        };
        /** @description good: lower end >= 1.5; fair: >= 1.05; else poor. The cut-offs are conventions. */
        Verdict: {
            /** @description Strong matches observed / expected if the rules were independent */
            coherence: number | null;
            interval: components["schemas"]["Interval"] | null;
            /** @description The same, sentence by sentence */
            said: components["schemas"]["Said"][];
            /** @description The verdict in plain words, with interval and sample size */
            sentence: string;
            /** @enum {string} */
            word: "no rules yet" | "too few to tell" | "too broad" | "good" | "fair" | "poor";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 5,
                     *           "name": "Website",
                     *           "prefix": "lk_3f9a2c",
                     *           "scopes": [
                     *             "submit"
                     *           ],
                     *           "created_at": "2026-01-31T09:00:00.000Z",
                     *           "expires_at": null,
                     *           "last_used_at": null,
                     *           "revoked_at": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Website",
                 *       "scopes": [
                 *         "submit"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description ISO 8601 instant with offset
                     */
                    expires_at?: string;
                    name: string;
                    scopes: ("read" | "submit" | "write" | "admin")[];
                };
            };
        };
        responses: {
            /** @description The key and its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 5,
                     *       "name": "Website",
                     *       "prefix": "lk_3f9a2c",
                     *       "scopes": [
                     *         "submit"
                     *       ],
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "expires_at": null,
                     *       "last_used_at": null,
                     *       "revoked_at": null,
                     *       "secret": "lk_3f9a2c_…"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601 instant with offset
                         */
                        created_at: string;
                        expires_at: string | null;
                        /** @description Identifier, unique within the installation */
                        id: number;
                        last_used_at: string | null;
                        name: string;
                        prefix: string;
                        revoked_at: string | null;
                        scopes: ("read" | "submit" | "write" | "admin")[];
                        secret: string;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttributes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attributes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 3,
                     *           "name": "location",
                     *           "aliases": [
                     *             "city"
                     *           ],
                     *           "synonyms": {
                     *             "NYC": "New York"
                     *           },
                     *           "language": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Attribute"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "location",
                 *       "aliases": [
                 *         "city"
                 *       ],
                 *       "synonyms": {
                 *         "NYC": "New York"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewAttribute"];
            };
        };
        responses: {
            /** @description The attribute */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "name": "location",
                     *       "aliases": [
                     *         "city"
                     *       ],
                     *       "synonyms": {
                     *         "NYC": "New York"
                     *       },
                     *       "language": null
                     *     }
                     */
                    "application/json": components["schemas"]["Attribute"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `name_taken`: The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "location",
                 *       "aliases": [
                 *         "city",
                 *         "town"
                 *       ],
                 *       "synonyms": {}
                 *     }
                 */
                "application/json": components["schemas"]["NewAttribute"];
            };
        };
        responses: {
            /** @description The attribute */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "name": "location",
                     *       "aliases": [
                     *         "city"
                     *       ],
                     *       "synonyms": {
                     *         "NYC": "New York"
                     *       },
                     *       "language": null
                     *     }
                     */
                    "application/json": components["schemas"]["Attribute"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `name_taken`: The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDistribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attribute": "age",
                 *       "mapping_rules": {
                 *         "age": {
                 *           "min": 25,
                 *           "max": 40
                 *         },
                 *         "location": [
                 *           "London",
                 *           "Manchester"
                 *         ],
                 *         "goals": [
                 *           "Increase productivity"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    attribute: string;
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    endDate?: string;
                    /** @default match */
                    level?: components["schemas"]["Level"];
                    /**
                     * @description At most so many values
                     * @default 50
                     */
                    limit?: number;
                    mapping_rules?: components["schemas"]["MappingRules"];
                    /** @description Identifier, unique within the installation */
                    persona_id?: number;
                    /** @description Only values that contain this text, compared as rules compare */
                    search?: string;
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    startDate?: string;
                };
            };
        };
        responses: {
            /** @description The answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attribute": "age",
                     *       "type": "number",
                     *       "respondents": 100,
                     *       "answered": 96,
                     *       "missing": 4,
                     *       "unreadable": 0,
                     *       "matching": {
                     *         "persona_customers": 60,
                     *         "total_customers": 100,
                     *         "percentage": 60,
                     *         "interval": [
                     *           50.2,
                     *           69.06
                     *         ]
                     *       },
                     *       "smallest": 18,
                     *       "median": 34,
                     *       "largest": 71,
                     *       "bins": [
                     *         {
                     *           "from": 15,
                     *           "to": 20,
                     *           "respondents": 3,
                     *           "matching": 0
                     *         },
                     *         {
                     *           "from": 20,
                     *           "to": 25,
                     *           "respondents": 9,
                     *           "matching": 4
                     *         }
                     *       ],
                     *       "below": 0,
                     *       "above": 0,
                     *       "values": null,
                     *       "distinct": 44,
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Distribution"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rules`: The mapping rules are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHeldAttributes: {
        parameters: {
            query?: {
                /** @description Only those whose name or label contains this text */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attributes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attribute": "age",
                     *           "label": "How old are you?",
                     *           "type": "number",
                     *           "role": "demographic",
                     *           "is_personal": false,
                     *           "form_ids": [
                     *             1
                     *           ],
                     *           "responses": 120
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["HeldAttribute"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @description What was done, as `persona.changed` */
                action?: string;
                /** @description Who did it, as `user:u1` */
                actor?: string;
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                limit?: number;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
                subject_id?: string;
                subject_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 11,
                     *           "at": "2026-01-31T09:00:00.000Z",
                     *           "actor": "user:u1",
                     *           "actor_name": "Demo owner",
                     *           "action": "persona.changed",
                     *           "subject_type": "persona",
                     *           "subject_id": "1",
                     *           "details": {
                     *             "edition": 2
                     *           },
                     *           "request_id": "req-1"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPersonas: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description `figures` adds the live figures of each */
                include?: "figures";
                limit?: number;
                /** @description `card` answers `{}` for every card: pictures make cards large */
                omit?: "card";
                search?: string;
                status?: "draft" | "active" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of personas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 1,
                     *           "name": "Maya, product manager",
                     *           "description": "Wants fewer manual errors",
                     *           "status": "active",
                     *           "tags": [
                     *             "b2b"
                     *           ],
                     *           "card": {},
                     *           "color_index": 0,
                     *           "photo_url": null,
                     *           "mapping_rules": {
                     *             "age": {
                     *               "min": 25,
                     *               "max": 40
                     *             },
                     *             "location": [
                     *               "London",
                     *               "Manchester"
                     *             ],
                     *             "goals": [
                     *               "Increase productivity"
                     *             ]
                     *           },
                     *           "rules": {
                     *             "missing": "unmatched",
                     *             "rules": [
                     *               {
                     *                 "attribute": "age",
                     *                 "is": {
                     *                   "between": [
                     *                     25,
                     *                     40
                     *                   ]
                     *                 }
                     *               },
                     *               {
                     *                 "attribute": "location",
                     *                 "is": {
                     *                   "in": [
                     *                     "London",
                     *                     "Manchester"
                     *                   ]
                     *                 }
                     *               },
                     *               {
                     *                 "attribute": "goals",
                     *                 "is": {
                     *                   "in": [
                     *                     "Increase productivity"
                     *                   ]
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "rule_count": 3,
                     *           "edition": 1,
                     *           "scored_edition": 1,
                     *           "sync_config": {
                     *             "auto_sync": true,
                     *             "sync_frequency": "daily"
                     *           },
                     *           "last_synced_at": null,
                     *           "revision": 1,
                     *           "created_at": "2026-01-31T09:00:00.000Z",
                     *           "updated_at": "2026-01-31T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Persona"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPersona: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Maya, product manager",
                 *       "mapping_rules": {
                 *         "age": {
                 *           "min": 25,
                 *           "max": 40
                 *         },
                 *         "location": [
                 *           "London",
                 *           "Manchester"
                 *         ],
                 *         "goals": [
                 *           "Increase productivity"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewPersona"];
            };
        };
        responses: {
            /** @description The persona */
            201: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Maya, product manager",
                     *       "description": "Wants fewer manual errors",
                     *       "status": "active",
                     *       "tags": [
                     *         "b2b"
                     *       ],
                     *       "card": {},
                     *       "color_index": 0,
                     *       "photo_url": null,
                     *       "mapping_rules": {
                     *         "age": {
                     *           "min": 25,
                     *           "max": 40
                     *         },
                     *         "location": [
                     *           "London",
                     *           "Manchester"
                     *         ],
                     *         "goals": [
                     *           "Increase productivity"
                     *         ]
                     *       },
                     *       "rules": {
                     *         "missing": "unmatched",
                     *         "rules": [
                     *           {
                     *             "attribute": "age",
                     *             "is": {
                     *               "between": [
                     *                 25,
                     *                 40
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "location",
                     *             "is": {
                     *               "in": [
                     *                 "London",
                     *                 "Manchester"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "goals",
                     *             "is": {
                     *               "in": [
                     *                 "Increase productivity"
                     *               ]
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "rule_count": 3,
                     *       "edition": 1,
                     *       "scored_edition": 1,
                     *       "sync_config": {
                     *         "auto_sync": true,
                     *         "sync_frequency": "daily"
                     *       },
                     *       "last_synced_at": null,
                     *       "revision": 1,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z",
                     *       "run": {
                     *         "id": 7,
                     *         "kind": "batch-calculate",
                     *         "status": "queued"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PersonaAnswer"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `name_taken`: The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rules`: The mapping rules are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersona: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The persona */
            200: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Maya, product manager",
                     *       "description": "Wants fewer manual errors",
                     *       "status": "active",
                     *       "tags": [
                     *         "b2b"
                     *       ],
                     *       "card": {},
                     *       "color_index": 0,
                     *       "photo_url": null,
                     *       "mapping_rules": {
                     *         "age": {
                     *           "min": 25,
                     *           "max": 40
                     *         },
                     *         "location": [
                     *           "London",
                     *           "Manchester"
                     *         ],
                     *         "goals": [
                     *           "Increase productivity"
                     *         ]
                     *       },
                     *       "rules": {
                     *         "missing": "unmatched",
                     *         "rules": [
                     *           {
                     *             "attribute": "age",
                     *             "is": {
                     *               "between": [
                     *                 25,
                     *                 40
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "location",
                     *             "is": {
                     *               "in": [
                     *                 "London",
                     *                 "Manchester"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "goals",
                     *             "is": {
                     *               "in": [
                     *                 "Increase productivity"
                     *               ]
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "rule_count": 3,
                     *       "edition": 1,
                     *       "scored_edition": 1,
                     *       "sync_config": {
                     *         "auto_sync": true,
                     *         "sync_frequency": "daily"
                     *       },
                     *       "last_synced_at": null,
                     *       "revision": 1,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Persona"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePersona: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the revision you changed; required */
                "if-match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Say which revision you changed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePersona: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the revision you changed; required */
                "if-match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mapping_rules": {
                 *         "age": {
                 *           "min": 25,
                 *           "max": 45
                 *         }
                 *       },
                 *       "note": "Older than we thought"
                 *     }
                 */
                "application/json": components["schemas"]["PersonaChange"];
            };
        };
        responses: {
            /** @description The persona as it is now */
            200: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Maya, product manager",
                     *       "description": "Wants fewer manual errors",
                     *       "status": "active",
                     *       "tags": [
                     *         "b2b"
                     *       ],
                     *       "card": {},
                     *       "color_index": 0,
                     *       "photo_url": null,
                     *       "mapping_rules": {
                     *         "age": {
                     *           "min": 25,
                     *           "max": 40
                     *         },
                     *         "location": [
                     *           "London",
                     *           "Manchester"
                     *         ],
                     *         "goals": [
                     *           "Increase productivity"
                     *         ]
                     *       },
                     *       "rules": {
                     *         "missing": "unmatched",
                     *         "rules": [
                     *           {
                     *             "attribute": "age",
                     *             "is": {
                     *               "between": [
                     *                 25,
                     *                 40
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "location",
                     *             "is": {
                     *               "in": [
                     *                 "London",
                     *                 "Manchester"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "goals",
                     *             "is": {
                     *               "in": [
                     *                 "Increase productivity"
                     *               ]
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "rule_count": 3,
                     *       "edition": 1,
                     *       "scored_edition": 1,
                     *       "sync_config": {
                     *         "auto_sync": true,
                     *         "sync_frequency": "daily"
                     *       },
                     *       "last_synced_at": null,
                     *       "revision": 2,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z",
                     *       "run": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonaAnswer"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `name_taken`: The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rules`: The mapping rules are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Say which revision you changed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnalytics: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "match_statistics": {
                     *         "total_responses": 120,
                     *         "avg_match_score": 58,
                     *         "best_match_score": 100,
                     *         "worst_match_score": 0,
                     *         "distribution": {
                     *           "strong": 41,
                     *           "moderate": 31,
                     *           "weak": 48
                     *         }
                     *       },
                     *       "coverage": {
                     *         "persona_customers": 60,
                     *         "total_customers": 100,
                     *         "percentage": 60,
                     *         "interval": [
                     *           50.2,
                     *           69.06
                     *         ]
                     *       },
                     *       "strong_coverage": {
                     *         "persona_customers": 34,
                     *         "total_customers": 100,
                     *         "percentage": 34,
                     *         "interval": [
                     *           25.46,
                     *           43.72
                     *         ]
                     *       },
                     *       "prevalence": {
                     *         "persona_customers": 12,
                     *         "total_customers": 100,
                     *         "percentage": 12,
                     *         "interval": [
                     *           7,
                     *           19.81
                     *         ]
                     *       },
                     *       "evidence": {
                     *         "mean": 0.94,
                     *         "n": 120
                     *       },
                     *       "verdict": {
                     *         "word": "fair",
                     *         "coherence": 1.62,
                     *         "interval": [
                     *           1.2,
                     *           2.1
                     *         ],
                     *         "sentence": "Between 50 and 69 in 100 match it, but only 34 in 100 strongly. Based on 100 respondents.",
                     *         "said": [
                     *           {
                     *             "code": "match_but_strongly",
                     *             "params": {
                     *               "low": 50,
                     *               "high": 69,
                     *               "strong": 34
                     *             }
                     *           },
                     *           {
                     *             "code": "based_on",
                     *             "params": {
                     *               "respondents": 100
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "score_histogram": {
                     *         "0.00": 10,
                     *         "33.33": 38,
                     *         "66.67": 31,
                     *         "100.00": 41
                     *       },
                     *       "persona_name": "Maya, product manager",
                     *       "window": {
                     *         "startDate": null,
                     *         "endDate": null,
                     *         "time_zone": "Europe/London"
                     *       },
                     *       "latest_data": {
                     *         "snapshot_date": "2026-01-30",
                     *         "metrics": {
                     *           "satisfaction": 4.1,
                     *           "loyalty": 7.9,
                     *           "trust": null,
                     *           "effort": 2.6,
                     *           "nps": 31.58
                     *         },
                     *         "metric_details": {
                     *           "satisfaction": {
                     *             "n": 40,
                     *             "sd": 0.8,
                     *             "interval": [
                     *               3.84,
                     *               4.36
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "loyalty": {
                     *             "n": 38,
                     *             "sd": 2.2,
                     *             "interval": [
                     *               7.18,
                     *               8.62
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "nps": {
                     *             "n": 38,
                     *             "sd": null,
                     *             "interval": [
                     *               4.11,
                     *               54.9
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "trust": {
                     *             "n": 0,
                     *             "sd": null,
                     *             "interval": null,
                     *             "rejected": 0
                     *           },
                     *           "effort": {
                     *             "n": 39,
                     *             "sd": 0.9,
                     *             "interval": [
                     *               2.31,
                     *               2.89
                     *             ],
                     *             "rejected": 0
                     *           }
                     *         },
                     *         "demographics": {
                     *           "gender": {
                     *             "female": 22,
                     *             "male": 18
                     *           },
                     *           "age": {
                     *             "20-29": 11,
                     *             "30-39": 29
                     *           }
                     *         },
                     *         "behavioral_data": {
                     *           "matches": 40,
                     *           "strong": 21,
                     *           "moderate": 19,
                     *           "weak": 60,
                     *           "avg_match_score": 47.5,
                     *           "avg_evidence": 0.93
                     *         },
                     *         "response_count": 100,
                     *         "edition": 1,
                     *         "is_complete": true
                     *       },
                     *       "edition": 1,
                     *       "newest_edition": 1,
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Analytics"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchCalculate: {
        parameters: {
            query?: never;
            header?: {
                /** @description `respond-async` answers 202 with a run to follow */
                prefer?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "processed": 6000,
                     *       "matched": 2210,
                     *       "message": "6,000 responses scored, 2,210 match."
                     *     }
                     */
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description The run to follow */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "kind": "batch-calculate",
                     *       "status": "queued",
                     *       "persona_id": 1,
                     *       "import_id": null,
                     *       "done": 0,
                     *       "total": null,
                     *       "attempt": 0,
                     *       "result": null,
                     *       "error": null,
                     *       "requested_by": "user:demo",
                     *       "requested_by_name": null,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "started_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_running`: It is already running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clonePersona: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Maya, copy"
                 *     }
                 */
                "application/json": {
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The copy */
            201: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "Maya, copy",
                     *       "description": "Wants fewer manual errors",
                     *       "status": "active",
                     *       "tags": [
                     *         "b2b"
                     *       ],
                     *       "card": {},
                     *       "color_index": 0,
                     *       "photo_url": null,
                     *       "mapping_rules": {
                     *         "age": {
                     *           "min": 25,
                     *           "max": 40
                     *         },
                     *         "location": [
                     *           "London",
                     *           "Manchester"
                     *         ],
                     *         "goals": [
                     *           "Increase productivity"
                     *         ]
                     *       },
                     *       "rules": {
                     *         "missing": "unmatched",
                     *         "rules": [
                     *           {
                     *             "attribute": "age",
                     *             "is": {
                     *               "between": [
                     *                 25,
                     *                 40
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "location",
                     *             "is": {
                     *               "in": [
                     *                 "London",
                     *                 "Manchester"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "goals",
                     *             "is": {
                     *               "in": [
                     *                 "Increase productivity"
                     *               ]
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "rule_count": 3,
                     *       "edition": 1,
                     *       "scored_edition": 1,
                     *       "sync_config": {
                     *         "auto_sync": true,
                     *         "sync_frequency": "daily"
                     *       },
                     *       "last_synced_at": null,
                     *       "revision": 1,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z",
                     *       "run": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonaAnswer"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `name_taken`: The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDiagnostics: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "respondents": 100,
                     *       "rules": [
                     *         {
                     *           "label": "age",
                     *           "attributes": [
                     *             "age"
                     *           ],
                     *           "weight": 1,
                     *           "required": false,
                     *           "passes": {
                     *             "persona_customers": 58,
                     *             "total_customers": 100,
                     *             "percentage": 58,
                     *             "interval": [
                     *               48.21,
                     *               67.2
                     *             ]
                     *           },
                     *           "unanswered": 4,
                     *           "goes_with_others": 0.31,
                     *           "information_bits": 0.071,
                     *           "says": "carries",
                     *           "match_if_waived": 9,
                     *           "strong_if_waived": 12,
                     *           "strong_if_deleted": -3,
                     *           "only_one_missed": 8
                     *         }
                     *       ],
                     *       "strictest_rule": 0,
                     *       "one_rule_short": {
                     *         "persona_customers": 23,
                     *         "total_customers": 100,
                     *         "percentage": 23,
                     *         "interval": [
                     *           15.84,
                     *           32.15
                     *         ]
                     *       },
                     *       "match_but_for_one": {
                     *         "persona_customers": 19,
                     *         "total_customers": 100,
                     *         "percentage": 19,
                     *         "interval": [
                     *           12.51,
                     *           27.78
                     *         ]
                     *       },
                     *       "strong_but_for_one": {
                     *         "persona_customers": 26,
                     *         "total_customers": 100,
                     *         "percentage": 26,
                     *         "interval": [
                     *           18.4,
                     *           35.37
                     *         ]
                     *       },
                     *       "counted_twice": [],
                     *       "persona_id": 1,
                     *       "edition": 1,
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonaDiagnostics"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonaDifferences: {
        parameters: {
            query?: {
                /** @description Leave out what the rules themselves ask about, which differs by definition */
                beyond_rules?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                level?: components["schemas"]["Level"];
                limit?: number;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differing answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": 60,
                     *       "others": 40,
                     *       "compared": 35,
                     *       "attributes_left_out": [
                     *         "comments"
                     *       ],
                     *       "items": [
                     *         {
                     *           "people": {
                     *             "persona_customers": 48,
                     *             "total_customers": 60,
                     *             "percentage": 80,
                     *             "interval": [
                     *               68.22,
                     *               88.17
                     *             ]
                     *           },
                     *           "others": {
                     *             "persona_customers": 20,
                     *             "total_customers": 40,
                     *             "percentage": 50,
                     *             "interval": [
                     *               35.2,
                     *               64.8
                     *             ]
                     *           },
                     *           "difference": 30,
                     *           "interval": [
                     *             11.12,
                     *             46.91
                     *           ],
                     *           "says": "more",
                     *           "attribute": "plan",
                     *           "label": "Which plan do you use?",
                     *           "role": null,
                     *           "answer": "pro",
                     *           "is": {
                     *             "in": [
                     *               "pro"
                     *             ]
                     *           },
                     *           "p_adjusted": 0.0412,
                     *           "rule": null
                     *         }
                     *       ],
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Differences"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "claims": [
                 *         {
                 *           "attribute": "plan",
                 *           "is": {
                 *             "in": [
                 *               "pro"
                 *             ]
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    claims: components["schemas"]["Claim"][];
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    endDate?: string;
                    /** @default match */
                    level?: components["schemas"]["Level"];
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    startDate?: string;
                };
            };
        };
        responses: {
            /** @description The claims, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "persona_id": 1,
                     *       "edition": 1,
                     *       "level": "match",
                     *       "people": 60,
                     *       "others": 40,
                     *       "claims": [
                     *         {
                     *           "people": {
                     *             "persona_customers": 48,
                     *             "total_customers": 60,
                     *             "percentage": 80,
                     *             "interval": [
                     *               68.22,
                     *               88.17
                     *             ]
                     *           },
                     *           "others": {
                     *             "persona_customers": 20,
                     *             "total_customers": 40,
                     *             "percentage": 50,
                     *             "interval": [
                     *               35.2,
                     *               64.8
                     *             ]
                     *           },
                     *           "difference": 30,
                     *           "interval": [
                     *             11.12,
                     *             46.91
                     *           ],
                     *           "says": "more",
                     *           "attribute": "plan",
                     *           "is": {
                     *             "in": [
                     *               "pro"
                     *             ]
                     *           },
                     *           "wording": "say so",
                     *           "rule": null
                     *         }
                     *       ],
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rules`: The mapping rules are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvolution: {
        parameters: {
            query?: {
                days?: number;
                /** @description `of_day`: each day under the edition of its time. `scored`: all days under the edition that present scores belong to; days of another edition are computed for it, which takes time with their matching responses. */
                edition?: "of_day" | "scored";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Snapshots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "snapshot_date": "2026-01-30",
                     *         "metrics": {
                     *           "satisfaction": 4.1,
                     *           "loyalty": 7.9,
                     *           "trust": null,
                     *           "effort": 2.6,
                     *           "nps": 31.58
                     *         },
                     *         "metric_details": {
                     *           "satisfaction": {
                     *             "n": 40,
                     *             "sd": 0.8,
                     *             "interval": [
                     *               3.84,
                     *               4.36
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "loyalty": {
                     *             "n": 38,
                     *             "sd": 2.2,
                     *             "interval": [
                     *               7.18,
                     *               8.62
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "nps": {
                     *             "n": 38,
                     *             "sd": null,
                     *             "interval": [
                     *               4.11,
                     *               54.9
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "trust": {
                     *             "n": 0,
                     *             "sd": null,
                     *             "interval": null,
                     *             "rejected": 0
                     *           },
                     *           "effort": {
                     *             "n": 39,
                     *             "sd": 0.9,
                     *             "interval": [
                     *               2.31,
                     *               2.89
                     *             ],
                     *             "rejected": 0
                     *           }
                     *         },
                     *         "demographics": {
                     *           "gender": {
                     *             "female": 22,
                     *             "male": 18
                     *           },
                     *           "age": {
                     *             "20-29": 11,
                     *             "30-39": 29
                     *           }
                     *         },
                     *         "behavioral_data": {
                     *           "matches": 40,
                     *           "strong": 21,
                     *           "moderate": 19,
                     *           "weak": 60,
                     *           "avg_match_score": 47.5,
                     *           "avg_evidence": 0.93
                     *         },
                     *         "response_count": 100,
                     *         "edition": 1,
                     *         "is_complete": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Snapshot"][];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    matchResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "responseId": 12
                 *     }
                 */
                "application/json": {
                    /** @description Identifier, unique within the installation */
                    responseId: number;
                };
            };
        };
        responses: {
            /** @description The score and the reason for each rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "score": 100,
                     *       "matchedAttributes": {
                     *         "age": {
                     *           "expected": {
                     *             "min": 25,
                     *             "max": 40
                     *           },
                     *           "actual": 31,
                     *           "match": true,
                     *           "answered": true
                     *         }
                     *       },
                     *       "totalRules": 1,
                     *       "matchedRules": 1,
                     *       "evidence": 1,
                     *       "band": "strong",
                     *       "edition": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MatchResult"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPersonaPeople: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                limit?: number;
                /** @description What `rule` must say; not_matched: unmatched or unanswered */
                outcome?: "matched" | "unmatched" | "unanswered" | "not_matched";
                /** @description Position of a rule, from 0; with `outcome` */
                rule?: number;
                /** @description one_rule_short: pass all rules but one */
                set?: "everybody" | "match" | "strong" | "moderate" | "weak" | "every_rule" | "one_rule_short";
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "response_id": 12,
                     *           "form_id": 1,
                     *           "respondent_id": 3,
                     *           "respondent_key": "customer-3",
                     *           "submitted_at": "2026-01-30T10:12:00.000Z",
                     *           "response_data": {
                     *             "age": 31,
                     *             "location": "Leeds"
                     *           },
                     *           "match_score": 66.67,
                     *           "band": "moderate",
                     *           "evidence": 1
                     *         }
                     *       ],
                     *       "count": 31,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        /** @description How many respondents there are on all pages */
                        count: number;
                        items: components["schemas"]["ScoredPerson"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonaPhoto: {
        parameters: {
            query?: {
                /** @description Which photo: nothing depends on it but how long the answer is kept */
                v?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture, with its own content type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example RIFF… */
                    "image/webp": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncPersona: {
        parameters: {
            query?: never;
            header?: {
                /** @description `respond-async` answers 202 with a run to follow */
                prefer?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "snapshot": {
                     *         "snapshot_date": "2026-01-30",
                     *         "metrics": {
                     *           "satisfaction": 4.1,
                     *           "loyalty": 7.9,
                     *           "trust": null,
                     *           "effort": 2.6,
                     *           "nps": 31.58
                     *         },
                     *         "metric_details": {
                     *           "satisfaction": {
                     *             "n": 40,
                     *             "sd": 0.8,
                     *             "interval": [
                     *               3.84,
                     *               4.36
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "loyalty": {
                     *             "n": 38,
                     *             "sd": 2.2,
                     *             "interval": [
                     *               7.18,
                     *               8.62
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "nps": {
                     *             "n": 38,
                     *             "sd": null,
                     *             "interval": [
                     *               4.11,
                     *               54.9
                     *             ],
                     *             "rejected": 0
                     *           },
                     *           "trust": {
                     *             "n": 0,
                     *             "sd": null,
                     *             "interval": null,
                     *             "rejected": 0
                     *           },
                     *           "effort": {
                     *             "n": 39,
                     *             "sd": 0.9,
                     *             "interval": [
                     *               2.31,
                     *               2.89
                     *             ],
                     *             "rejected": 0
                     *           }
                     *         },
                     *         "demographics": {
                     *           "gender": {
                     *             "female": 22,
                     *             "male": 18
                     *           },
                     *           "age": {
                     *             "20-29": 11,
                     *             "30-39": 29
                     *           }
                     *         },
                     *         "behavioral_data": {
                     *           "matches": 40,
                     *           "strong": 21,
                     *           "moderate": 19,
                     *           "weak": 60,
                     *           "avg_match_score": 47.5,
                     *           "avg_evidence": 0.93
                     *         },
                     *         "response_count": 100,
                     *         "edition": 1,
                     *         "is_complete": true
                     *       },
                     *       "message": "3 days written, the newest is 30 January 2026.",
                     *       "days_written": 3
                     *     }
                     */
                    "application/json": components["schemas"]["SyncResult"];
                };
            };
            /** @description The run to follow */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "kind": "sync",
                     *       "status": "queued",
                     *       "persona_id": 1,
                     *       "import_id": null,
                     *       "done": 0,
                     *       "total": null,
                     *       "attempt": 0,
                     *       "result": null,
                     *       "error": null,
                     *       "requested_by": "user:demo",
                     *       "requested_by_name": null,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "started_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_running`: It is already running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTopMatches: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                limit?: number;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of responses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "response_id": 12,
                     *           "match_score": 100,
                     *           "band": "strong",
                     *           "evidence": 1,
                     *           "matched_attributes": {
                     *             "age": {
                     *               "expected": {
                     *                 "min": 25,
                     *                 "max": 40
                     *               },
                     *               "actual": 31,
                     *               "match": true,
                     *               "answered": true
                     *             }
                     *           },
                     *           "submitted_at": "2026-01-30T10:12:00.000Z",
                     *           "response_data": {
                     *             "age": 31
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TopMatch"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPersonaVersions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of editions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "edition": 1,
                     *           "mapping_rules": {
                     *             "age": {
                     *               "min": 25,
                     *               "max": 40
                     *             },
                     *             "location": [
                     *               "London",
                     *               "Manchester"
                     *             ],
                     *             "goals": [
                     *               "Increase productivity"
                     *             ]
                     *           },
                     *           "rules": {
                     *             "missing": "unmatched",
                     *             "rules": [
                     *               {
                     *                 "attribute": "age",
                     *                 "is": {
                     *                   "between": [
                     *                     25,
                     *                     40
                     *                   ]
                     *                 }
                     *               },
                     *               {
                     *                 "attribute": "location",
                     *                 "is": {
                     *                   "in": [
                     *                     "London",
                     *                     "Manchester"
                     *                   ]
                     *                 }
                     *               },
                     *               {
                     *                 "attribute": "goals",
                     *                 "is": {
                     *                   "in": [
                     *                     "Increase productivity"
                     *                   ]
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "note": "",
                     *           "restored_from": null,
                     *           "created_by_name": "Demo owner",
                     *           "created_at": "2026-01-31T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PersonaVersion"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonaVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                edition: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The edition */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "edition": 1,
                     *       "mapping_rules": {
                     *         "age": {
                     *           "min": 25,
                     *           "max": 40
                     *         },
                     *         "location": [
                     *           "London",
                     *           "Manchester"
                     *         ],
                     *         "goals": [
                     *           "Increase productivity"
                     *         ]
                     *       },
                     *       "rules": {
                     *         "missing": "unmatched",
                     *         "rules": [
                     *           {
                     *             "attribute": "age",
                     *             "is": {
                     *               "between": [
                     *                 25,
                     *                 40
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "location",
                     *             "is": {
                     *               "in": [
                     *                 "London",
                     *                 "Manchester"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "goals",
                     *             "is": {
                     *               "in": [
                     *                 "Increase productivity"
                     *               ]
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "note": "",
                     *       "restored_from": null,
                     *       "created_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonaVersion"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restorePersonaVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the revision you changed; required */
                "if-match"?: string;
            };
            path: {
                edition: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The persona as it is now */
            200: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Maya, product manager",
                     *       "description": "Wants fewer manual errors",
                     *       "status": "active",
                     *       "tags": [
                     *         "b2b"
                     *       ],
                     *       "card": {},
                     *       "color_index": 0,
                     *       "photo_url": null,
                     *       "mapping_rules": {
                     *         "age": {
                     *           "min": 25,
                     *           "max": 40
                     *         },
                     *         "location": [
                     *           "London",
                     *           "Manchester"
                     *         ],
                     *         "goals": [
                     *           "Increase productivity"
                     *         ]
                     *       },
                     *       "rules": {
                     *         "missing": "unmatched",
                     *         "rules": [
                     *           {
                     *             "attribute": "age",
                     *             "is": {
                     *               "between": [
                     *                 25,
                     *                 40
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "location",
                     *             "is": {
                     *               "in": [
                     *                 "London",
                     *                 "Manchester"
                     *               ]
                     *             }
                     *           },
                     *           {
                     *             "attribute": "goals",
                     *             "is": {
                     *               "in": [
                     *                 "Increase productivity"
                     *               ]
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "rule_count": 3,
                     *       "edition": 3,
                     *       "scored_edition": 1,
                     *       "sync_config": {
                     *         "auto_sync": true,
                     *         "sync_frequency": "daily"
                     *       },
                     *       "last_synced_at": null,
                     *       "revision": 4,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z",
                     *       "run": {
                     *         "id": 7,
                     *         "kind": "batch-calculate",
                     *         "status": "queued"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PersonaAnswer"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Say which revision you changed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortfolio: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                level?: components["schemas"]["Level"];
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The portfolio */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "level": "match",
                     *       "first_day": "2025-06-01",
                     *       "last_day": "2026-01-30",
                     *       "total_customers": 100,
                     *       "total_responses": 120,
                     *       "personas": [
                     *         {
                     *           "persona_id": 1,
                     *           "name": "Maya, product manager",
                     *           "edition": 1,
                     *           "coverage": {
                     *             "persona_customers": 60,
                     *             "total_customers": 100,
                     *             "percentage": 60,
                     *             "interval": [
                     *               50.2,
                     *               69.06
                     *             ]
                     *           },
                     *           "strong_coverage": {
                     *             "persona_customers": 34,
                     *             "total_customers": 100,
                     *             "percentage": 34,
                     *             "interval": [
                     *               25.46,
                     *               43.72
                     *             ]
                     *           },
                     *           "prevalence": {
                     *             "persona_customers": 12,
                     *             "total_customers": 100,
                     *             "percentage": 12,
                     *             "interval": [
                     *               7,
                     *               19.81
                     *             ]
                     *           },
                     *           "unique": {
                     *             "count": 60,
                     *             "percentage": 60,
                     *             "interval": [
                     *               50.2,
                     *               69.06
                     *             ]
                     *           },
                     *           "primary": 60,
                     *           "verdict": "fair"
                     *         }
                     *       ],
                     *       "union": {
                     *         "coverage": {
                     *           "persona_customers": 60,
                     *           "total_customers": 100,
                     *           "percentage": 60,
                     *           "interval": [
                     *             50.2,
                     *             69.06
                     *           ]
                     *         },
                     *         "strong_coverage": {
                     *           "persona_customers": 34,
                     *           "total_customers": 100,
                     *           "percentage": 34,
                     *           "interval": [
                     *             25.46,
                     *             43.72
                     *           ]
                     *         },
                     *         "prevalence": {
                     *           "persona_customers": 12,
                     *           "total_customers": 100,
                     *           "percentage": 12,
                     *           "interval": [
                     *             7,
                     *             19.81
                     *           ]
                     *         }
                     *       },
                     *       "gap": {
                     *         "persona_customers": 40,
                     *         "total_customers": 100,
                     *         "percentage": 40,
                     *         "interval": [
                     *           30.94,
                     *           49.8
                     *         ]
                     *       },
                     *       "strong_gap": {
                     *         "persona_customers": 66,
                     *         "total_customers": 100,
                     *         "percentage": 66,
                     *         "interval": [
                     *           56.28,
                     *           74.54
                     *         ]
                     *       },
                     *       "nobody": {
                     *         "persona_customers": 40,
                     *         "total_customers": 100,
                     *         "percentage": 40,
                     *         "interval": [
                     *           30.94,
                     *           49.8
                     *         ]
                     *       },
                     *       "overlap": [],
                     *       "combinations": [
                     *         {
                     *           "persona_ids": [
                     *             1
                     *           ],
                     *           "count": 60
                     *         },
                     *         {
                     *           "persona_ids": [],
                     *           "count": 40
                     *         }
                     *       ],
                     *       "combination_count": 2,
                     *       "greedy_order": [
                     *         {
                     *           "persona_id": 1,
                     *           "adds": 60,
                     *           "covered": 60,
                     *           "percentage": 60
                     *         }
                     *       ],
                     *       "remarks": [],
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Portfolio"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortfolioDifferences: {
        parameters: {
            query?: {
                /** @description Leave out what the rules themselves ask about, which differs by definition */
                beyond_rules?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                level?: components["schemas"]["Level"];
                limit?: number;
                /** @description Ids of active personas with commas between, as `1,4`; empty: none of them */
                persona_ids?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differing answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": 60,
                     *       "others": 40,
                     *       "compared": 35,
                     *       "attributes_left_out": [
                     *         "comments"
                     *       ],
                     *       "items": [
                     *         {
                     *           "people": {
                     *             "persona_customers": 48,
                     *             "total_customers": 60,
                     *             "percentage": 80,
                     *             "interval": [
                     *               68.22,
                     *               88.17
                     *             ]
                     *           },
                     *           "others": {
                     *             "persona_customers": 20,
                     *             "total_customers": 40,
                     *             "percentage": 50,
                     *             "interval": [
                     *               35.2,
                     *               64.8
                     *             ]
                     *           },
                     *           "difference": 30,
                     *           "interval": [
                     *             11.12,
                     *             46.91
                     *           ],
                     *           "says": "more",
                     *           "attribute": "plan",
                     *           "label": "Which plan do you use?",
                     *           "role": null,
                     *           "answer": "pro",
                     *           "is": {
                     *             "in": [
                     *               "pro"
                     *             ]
                     *           },
                     *           "p_adjusted": 0.0412,
                     *           "rule": null
                     *         }
                     *       ],
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Differences"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPortfolioPeople: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                level?: components["schemas"]["Level"];
                limit?: number;
                /** @description Ids of active personas with commas between, as `1,4`; empty: none of them */
                persona_ids?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
                /** @description With `persona_ids`: also those who fit other personas beside these, so that two ids are their overlap */
                with_others?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "response_id": 12,
                     *           "form_id": 1,
                     *           "respondent_id": 3,
                     *           "respondent_key": "customer-3",
                     *           "submitted_at": "2026-01-30T10:12:00.000Z",
                     *           "response_data": {
                     *             "age": 31,
                     *             "location": "Leeds"
                     *           }
                     *         }
                     *       ],
                     *       "count": 443,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        /** @description How many respondents there are on all pages */
                        count: number;
                        items: components["schemas"]["Person"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mapping_rules": {
                 *         "age": {
                 *           "min": 25,
                 *           "max": 40
                 *         },
                 *         "location": [
                 *           "London",
                 *           "Manchester"
                 *         ],
                 *         "goals": [
                 *           "Increase productivity"
                 *         ]
                 *       },
                 *       "persona_id": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    endDate?: string;
                    /** @default [] */
                    include?: ("changes" | "diagnostics")[];
                    mapping_rules: components["schemas"]["MappingRules"];
                    /** @description Identifier, unique within the installation */
                    persona_id?: number;
                    /** @description Names a place where somebody edits, as `builder-1`: the newest preview under it wins */
                    preview_key?: string;
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    startDate?: string;
                };
            };
        };
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "match_statistics": {
                     *         "total_responses": 120,
                     *         "avg_match_score": 58,
                     *         "best_match_score": 100,
                     *         "worst_match_score": 0,
                     *         "distribution": {
                     *           "strong": 41,
                     *           "moderate": 31,
                     *           "weak": 48
                     *         }
                     *       },
                     *       "coverage": {
                     *         "persona_customers": 60,
                     *         "total_customers": 100,
                     *         "percentage": 60,
                     *         "interval": [
                     *           50.2,
                     *           69.06
                     *         ]
                     *       },
                     *       "strong_coverage": {
                     *         "persona_customers": 34,
                     *         "total_customers": 100,
                     *         "percentage": 34,
                     *         "interval": [
                     *           25.46,
                     *           43.72
                     *         ]
                     *       },
                     *       "prevalence": {
                     *         "persona_customers": 12,
                     *         "total_customers": 100,
                     *         "percentage": 12,
                     *         "interval": [
                     *           7,
                     *           19.81
                     *         ]
                     *       },
                     *       "evidence": {
                     *         "mean": 0.94,
                     *         "n": 120
                     *       },
                     *       "verdict": {
                     *         "word": "fair",
                     *         "coherence": 1.62,
                     *         "interval": [
                     *           1.2,
                     *           2.1
                     *         ],
                     *         "sentence": "Between 50 and 69 in 100 match it, but only 34 in 100 strongly. Based on 100 respondents.",
                     *         "said": [
                     *           {
                     *             "code": "match_but_strongly",
                     *             "params": {
                     *               "low": 50,
                     *               "high": 69,
                     *               "strong": 34
                     *             }
                     *           },
                     *           {
                     *             "code": "based_on",
                     *             "params": {
                     *               "respondents": 100
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "rules": [
                     *         {
                     *           "label": "age",
                     *           "weight": 1,
                     *           "required": false,
                     *           "matched": 70,
                     *           "missing": 4,
                     *           "match_percentage": 58.33,
                     *           "strong_if_waived": 12
                     *         }
                     *       ],
                     *       "score_histogram": {
                     *         "0.00": 10,
                     *         "33.33": 38,
                     *         "66.67": 31,
                     *         "100.00": 41
                     *       },
                     *       "strictest_rule": "age",
                     *       "difference": {
                     *         "persona_id": 1,
                     *         "edition": 1,
                     *         "enter": 8,
                     *         "leave": 0,
                     *         "become_strong": 5,
                     *         "lose_strong": 0
                     *       },
                     *       "present": {
                     *         "match_statistics": {
                     *           "total_responses": 120,
                     *           "avg_match_score": 58,
                     *           "best_match_score": 100,
                     *           "worst_match_score": 0,
                     *           "distribution": {
                     *             "strong": 41,
                     *             "moderate": 31,
                     *             "weak": 48
                     *           }
                     *         },
                     *         "coverage": {
                     *           "persona_customers": 52,
                     *           "total_customers": 100,
                     *           "percentage": 52,
                     *           "interval": [
                     *             42.32,
                     *             61.54
                     *           ]
                     *         },
                     *         "strong_coverage": {
                     *           "persona_customers": 29,
                     *           "total_customers": 100,
                     *           "percentage": 29,
                     *           "interval": [
                     *             21.01,
                     *             38.54
                     *           ]
                     *         },
                     *         "prevalence": {
                     *           "persona_customers": 12,
                     *           "total_customers": 100,
                     *           "percentage": 12,
                     *           "interval": [
                     *             7,
                     *             19.81
                     *           ]
                     *         }
                     *       },
                     *       "changes": null,
                     *       "diagnostics": null,
                     *       "as_of": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `superseded`: A newer request took its place */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rules`: The mapping rules are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreviewPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mapping_rules": {
                 *         "age": {
                 *           "min": 25,
                 *           "max": 40
                 *         },
                 *         "location": [
                 *           "London",
                 *           "Manchester"
                 *         ],
                 *         "goals": [
                 *           "Increase productivity"
                 *         ]
                 *       },
                 *       "persona_id": 1,
                 *       "change": "enter"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    change: "enter" | "leave" | "become_strong" | "lose_strong";
                    /** @description `next_cursor` of the page before */
                    cursor?: string;
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    endDate?: string;
                    /** @default 25 */
                    limit?: number;
                    mapping_rules: components["schemas"]["MappingRules"];
                    /** @description Identifier, unique within the installation */
                    persona_id: number;
                    /**
                     * Format: date
                     * @description Calendar day in the tenant's time zone, YYYY-MM-DD
                     */
                    startDate?: string;
                };
            };
        };
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "response_id": 12,
                     *           "form_id": 1,
                     *           "respondent_id": 3,
                     *           "respondent_key": "customer-3",
                     *           "submitted_at": "2026-01-30T10:12:00.000Z",
                     *           "response_data": {
                     *             "age": 31,
                     *             "location": "Leeds"
                     *           },
                     *           "match_score": 83.33,
                     *           "band": "strong",
                     *           "evidence": 1,
                     *           "previous_score": 60,
                     *           "previous_band": "moderate"
                     *         }
                     *       ],
                     *       "count": 246,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        /** @description How many respondents there are on all pages */
                        count: number;
                        items: components["schemas"]["MovedPerson"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rules`: The mapping rules are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 41
                     *     event: run.changed
                     *     data: {"id":7,"status":"running","done":2000,"total":6000}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditLog: {
        parameters: {
            query?: {
                /** @description What was done, as `persona.changed` */
                action?: string;
                /** @description Who did it, as `user:u1` */
                actor?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
                subject_id?: string;
                subject_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example entry_id,at,actor,actor_name,action,subject_type,subject_id,details
                     *     11,2026-01-31T09:00:00.000Z,user:u1,Demo owner,persona.changed,persona,1,"{""edition"":2}"
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEvolution: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example snapshot_date,edition,response_count,matches,satisfaction,nps
                     *     2026-01-30,1,100,40,4.1,31.58
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPersonaPeople: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                /** @description With the answers to fields that are marked as personal */
                include_personal?: string;
                /** @description What `rule` must say; not_matched: unmatched or unanswered */
                outcome?: "matched" | "unmatched" | "unanswered" | "not_matched";
                /** @description Position of a rule, from 0; with `outcome` */
                rule?: number;
                /** @description one_rule_short: pass all rules but one */
                set?: "everybody" | "match" | "strong" | "moderate" | "weak" | "every_rule" | "one_rule_short";
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example response_id,respondent_id,respondent_key,submitted_at,match_score,band,evidence,age
                     *     12,3,customer-3,2026-01-30T10:12:00.000Z,100.00,strong,1,31
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTopMatches: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                /** @description With the answers to fields that are marked as personal */
                include_personal?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example response_id,submitted_at,match_score,band,evidence,matched_rules,unmatched_rules,unanswered_rules,age
                     *     12,2026-01-30T10:12:00.000Z,100.00,strong,1,age,,,31
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportImports: {
        parameters: {
            query?: {
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example import_id,file_name,status,rows,ready,already_there,refused
                     *     4,survey.csv,imported,3066,3062,0,4
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRefusedRows: {
        parameters: {
            query?: {
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example row,field,reason,Age
                     *     2077,Age,not a number,about 30
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPersonas: {
        parameters: {
            query?: {
                /** @description Ids with commas between, as `1,4`; left out: all */
                persona_ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The personas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personas": [
                     *         {
                     *           "name": "Maya",
                     *           "mapping_rules": {
                     *             "age": {
                     *               "min": 25
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        personas: components["schemas"]["JsonObject"][];
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPortfolioPeople: {
        parameters: {
            query?: {
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                /** @description With the answers to fields that are marked as personal */
                include_personal?: string;
                level?: components["schemas"]["Level"];
                /** @description Ids of active personas with commas between, as `1,4`; empty: none of them */
                persona_ids?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
                /** @description With `persona_ids`: also those who fit other personas beside these, so that two ids are their overlap */
                with_others?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example response_id,respondent_id,respondent_key,submitted_at,age
                     *     12,3,customer-3,2026-01-30T10:12:00.000Z,31
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `over_capacity`: It needs more memory than the server may use */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRespondents: {
        parameters: {
            query?: {
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                /** @description Only those with this in their key; without case */
                key_contains?: string;
                /** @description Only the one with this key */
                respondent_key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example respondent_id,respondent_key,response_count,first_response_at,latest_response_at
                     *     3,customer-3,1,2026-01-30T10:12:00.000Z,2026-01-30T10:12:00.000Z
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportResponses: {
        parameters: {
            query?: {
                /** @description With `attribute`: what was answered, or one of several answers; without case */
                answer?: string;
                /** @description With `answer`: the key of an answer, as it was submitted */
                attribute?: string;
                band?: components["schemas"]["Band"];
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description Only the one with this id of the source */
                external_id?: string;
                form_id?: number;
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                import_id?: number;
                /** @description With the answers to fields that are marked as personal */
                include_personal?: string;
                /** @description With `band`: only responses in that band for this persona */
                persona_id?: number;
                respondent_id?: number;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
                /** @description Only responses with this in an answer or in their external id; without case */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example response_id,submitted_at,respondent_key,age,"Maya, product manager"
                     *     12,2026-01-30T10:12:00.000Z,customer-3,31,100.00
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRuns: {
        parameters: {
            query?: {
                /** @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells */
                format?: "csv" | "xlsx";
                import_id?: number;
                kind?: "batch-calculate" | "sync" | "import" | "undo-import";
                persona_id?: number;
                status?: "queued" | "running" | "succeeded" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example run_id,kind,status,done,total
                     *     7,import,succeeded,6000,6000
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Rules",
                 *       "columns": [
                 *         "Rule",
                 *         "Passes"
                 *       ],
                 *       "rows": [
                 *         [
                 *           "age",
                 *           61.5
                 *         ]
                 *       ],
                 *       "format": "csv"
                 *     }
                 */
                "application/json": {
                    columns: string[];
                    /**
                     * @description csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells
                     * @default csv
                     * @enum {string}
                     */
                    format?: "csv" | "xlsx";
                    name: string;
                    /** @description Texts, numbers, true, false or null: a cell a column */
                    rows: (string | number | boolean | null)[][];
                };
            };
        };
        responses: {
            /** @description The table as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example Rule,Passes
                     *     age,61.5
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForms: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of forms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 1,
                     *           "name": "Customer survey",
                     *           "fields": [
                     *             {
                     *               "key": "age",
                     *               "label": "How old are you?",
                     *               "attribute": null,
                     *               "type": "number",
                     *               "aliases": [],
                     *               "delimiter": null,
                     *               "missing": [],
                     *               "date_order": null,
                     *               "language": null,
                     *               "role": "demographic",
                     *               "is_personal": false
                     *             }
                     *           ],
                     *           "response_count": 120,
                     *           "revision": 1,
                     *           "created_at": "2026-01-31T09:00:00.000Z",
                     *           "updated_at": "2026-01-31T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Form"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Customer survey",
                 *       "fields": [
                 *         {
                 *           "key": "age",
                 *           "label": "How old are you?",
                 *           "type": "number"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewForm"];
            };
        };
        responses: {
            /** @description The form */
            201: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Customer survey",
                     *       "fields": [
                     *         {
                     *           "key": "age",
                     *           "label": "How old are you?",
                     *           "attribute": null,
                     *           "type": "number",
                     *           "aliases": [],
                     *           "delimiter": null,
                     *           "missing": [],
                     *           "date_order": null,
                     *           "language": null,
                     *           "role": "demographic",
                     *           "is_personal": false
                     *         }
                     *       ],
                     *       "response_count": 120,
                     *       "revision": 1,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form */
            200: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Customer survey",
                     *       "fields": [
                     *         {
                     *           "key": "age",
                     *           "label": "How old are you?",
                     *           "attribute": null,
                     *           "type": "number",
                     *           "aliases": [],
                     *           "delimiter": null,
                     *           "missing": [],
                     *           "date_order": null,
                     *           "language": null,
                     *           "role": "demographic",
                     *           "is_personal": false
                     *         }
                     *       ],
                     *       "response_count": 120,
                     *       "revision": 1,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in_use`: It is still in use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeForm: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Customer survey 2026"
                 *     }
                 */
                "application/json": components["schemas"]["FormChange"];
            };
        };
        responses: {
            /** @description The form as it is now */
            200: {
                headers: {
                    /** @description The revision, quoted */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Customer survey",
                     *       "fields": [
                     *         {
                     *           "key": "age",
                     *           "label": "How old are you?",
                     *           "attribute": null,
                     *           "type": "number",
                     *           "aliases": [],
                     *           "delimiter": null,
                     *           "missing": [],
                     *           "date_order": null,
                     *           "language": null,
                     *           "role": "demographic",
                     *           "is_personal": false
                     *         }
                     *       ],
                     *       "response_count": 120,
                     *       "revision": 2,
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "updated_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edited_meanwhile`: Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if_match_required`: Say which revision you changed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": "Customer survey"
                 *     }
                 */
                "application/json": {
                    /** @description The name of the form, as it is written */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description What was deleted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "responses": 120,
                     *       "scores": 600,
                     *       "snapshots": 14,
                     *       "imports": 1
                     *     }
                     */
                    "application/json": {
                        imports: number;
                        responses: number;
                        scores: number;
                        snapshots: number;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitResponses: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "response_data": {
                 *         "age": 31,
                 *         "location": "London"
                 *       },
                 *       "respondent_key": "customer-3"
                 *     }
                 */
                "application/json": components["schemas"]["SubmittedResponse"];
                /**
                 * @example {"response_data":{"age":31},"external_id":"r-12"}
                 *     {"response_data":{"age":52},"external_id":"r-13"}
                 */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Many responses, stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": 2,
                     *       "stored": 2,
                     *       "already_there": 0,
                     *       "response_ids": [
                     *         12,
                     *         13
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description One response, stored and scored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 12,
                     *       "already_there": false,
                     *       "scores": [
                     *         {
                     *           "persona_id": 1,
                     *           "persona_name": "Maya, product manager",
                     *           "edition": 1,
                     *           "match_score": 100,
                     *           "band": "strong",
                     *           "evidence": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StoredResponse"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The idempotency key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: This content type is not accepted */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `invalid_rows`: Some rows are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 4,
                     *           "status": "recognised",
                     *           "file_name": "survey.csv",
                     *           "byte_count": 48210,
                     *           "form_id": null,
                     *           "recognition": {
                     *             "format": "csv",
                     *             "encoding": "utf-8",
                     *             "encoding_confidence": "sure",
                     *             "encoding_reason": "only ASCII characters",
                     *             "encoding_note": {
                     *               "code": "only_ascii",
                     *               "params": {}
                     *             },
                     *             "delimiter": ",",
                     *             "delimiter_confidence": "sure",
                     *             "delimiter_reason": "all rows looked at have 8 columns this way",
                     *             "delimiter_note": {
                     *               "code": "columns_even",
                     *               "params": {
                     *                 "columns": 8
                     *               }
                     *             },
                     *             "sheet": null,
                     *             "other_sheets": [],
                     *             "header_rows": 1,
                     *             "header_confidence": "likely",
                     *             "header_reason": "the first row names the columns",
                     *             "header_note": {
                     *               "code": "header_plain",
                     *               "params": {}
                     *             },
                     *             "exporter": null,
                     *             "row_count": 3066,
                     *             "is_row_count_exact": true,
                     *             "columns": [],
                     *             "fields": [],
                     *             "warnings": [],
                     *             "remarks": [],
                     *             "told": {}
                     *           },
                     *           "mapping": {
                     *             "form_name": "survey",
                     *             "columns": [
                     *               {
                     *                 "index": 0,
                     *                 "use": "submitted_at",
                     *                 "date_order": "mdy"
                     *               }
                     *             ]
                     *           },
                     *           "report": null,
                     *           "created_by": "user:u1",
                     *           "created_by_name": "Demo owner",
                     *           "created_at": "2026-01-31T09:00:00.000Z",
                     *           "imported_at": null,
                     *           "undone_at": null
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description What was recognised, with a proposed mapping */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4,
                     *       "status": "recognised",
                     *       "file_name": "survey.csv",
                     *       "byte_count": 48210,
                     *       "form_id": null,
                     *       "recognition": {
                     *         "format": "csv",
                     *         "encoding": "utf-8",
                     *         "encoding_confidence": "sure",
                     *         "encoding_reason": "only ASCII characters",
                     *         "encoding_note": {
                     *           "code": "only_ascii",
                     *           "params": {}
                     *         },
                     *         "delimiter": ",",
                     *         "delimiter_confidence": "sure",
                     *         "delimiter_reason": "all rows looked at have 8 columns this way",
                     *         "delimiter_note": {
                     *           "code": "columns_even",
                     *           "params": {
                     *             "columns": 8
                     *           }
                     *         },
                     *         "sheet": null,
                     *         "other_sheets": [],
                     *         "header_rows": 1,
                     *         "header_confidence": "likely",
                     *         "header_reason": "the first row names the columns",
                     *         "header_note": {
                     *           "code": "header_plain",
                     *           "params": {}
                     *         },
                     *         "exporter": null,
                     *         "row_count": 3066,
                     *         "is_row_count_exact": true,
                     *         "columns": [],
                     *         "fields": [],
                     *         "warnings": [],
                     *         "remarks": [],
                     *         "told": {}
                     *       },
                     *       "mapping": {
                     *         "form_name": "survey",
                     *         "columns": [
                     *           {
                     *             "index": 0,
                     *             "use": "submitted_at",
                     *             "date_order": "mdy"
                     *           }
                     *         ]
                     *       },
                     *       "report": null,
                     *       "created_by": "user:u1",
                     *       "created_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "imported_at": null,
                     *       "undone_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: This content type is not accepted */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file_refused`: The file does not hold survey responses; `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4,
                     *       "status": "recognised",
                     *       "file_name": "survey.csv",
                     *       "byte_count": 48210,
                     *       "form_id": null,
                     *       "recognition": {
                     *         "format": "csv",
                     *         "encoding": "utf-8",
                     *         "encoding_confidence": "sure",
                     *         "encoding_reason": "only ASCII characters",
                     *         "encoding_note": {
                     *           "code": "only_ascii",
                     *           "params": {}
                     *         },
                     *         "delimiter": ",",
                     *         "delimiter_confidence": "sure",
                     *         "delimiter_reason": "all rows looked at have 8 columns this way",
                     *         "delimiter_note": {
                     *           "code": "columns_even",
                     *           "params": {
                     *             "columns": 8
                     *           }
                     *         },
                     *         "sheet": null,
                     *         "other_sheets": [],
                     *         "header_rows": 1,
                     *         "header_confidence": "likely",
                     *         "header_reason": "the first row names the columns",
                     *         "header_note": {
                     *           "code": "header_plain",
                     *           "params": {}
                     *         },
                     *         "exporter": null,
                     *         "row_count": 3066,
                     *         "is_row_count_exact": true,
                     *         "columns": [],
                     *         "fields": [],
                     *         "warnings": [],
                     *         "remarks": [],
                     *         "told": {}
                     *       },
                     *       "mapping": {
                     *         "form_name": "survey",
                     *         "columns": [
                     *           {
                     *             "index": 0,
                     *             "use": "submitted_at",
                     *             "date_order": "mdy"
                     *           }
                     *         ]
                     *       },
                     *       "report": null,
                     *       "created_by": "user:u1",
                     *       "created_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "imported_at": null,
                     *       "undone_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form_name": "survey",
                 *       "columns": [
                 *         {
                 *           "index": 0,
                 *           "use": "submitted_at",
                 *           "date_order": "mdy"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ImportMappingInput"];
            };
        };
        responses: {
            /** @description The import with its report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4,
                     *       "status": "checked",
                     *       "file_name": "survey.csv",
                     *       "byte_count": 48210,
                     *       "form_id": null,
                     *       "recognition": {
                     *         "format": "csv",
                     *         "encoding": "utf-8",
                     *         "encoding_confidence": "sure",
                     *         "encoding_reason": "only ASCII characters",
                     *         "encoding_note": {
                     *           "code": "only_ascii",
                     *           "params": {}
                     *         },
                     *         "delimiter": ",",
                     *         "delimiter_confidence": "sure",
                     *         "delimiter_reason": "all rows looked at have 8 columns this way",
                     *         "delimiter_note": {
                     *           "code": "columns_even",
                     *           "params": {
                     *             "columns": 8
                     *           }
                     *         },
                     *         "sheet": null,
                     *         "other_sheets": [],
                     *         "header_rows": 1,
                     *         "header_confidence": "likely",
                     *         "header_reason": "the first row names the columns",
                     *         "header_note": {
                     *           "code": "header_plain",
                     *           "params": {}
                     *         },
                     *         "exporter": null,
                     *         "row_count": 3066,
                     *         "is_row_count_exact": true,
                     *         "columns": [],
                     *         "fields": [],
                     *         "warnings": [],
                     *         "remarks": [],
                     *         "told": {}
                     *       },
                     *       "mapping": {
                     *         "form_name": "survey",
                     *         "columns": [
                     *           {
                     *             "index": 0,
                     *             "use": "submitted_at",
                     *             "date_order": "mdy"
                     *           }
                     *         ]
                     *       },
                     *       "report": {
                     *         "rows": 3066,
                     *         "ready": 3062,
                     *         "already_there": 0,
                     *         "refused": 4,
                     *         "refused_sample": [
                     *           {
                     *             "row_number": 2077,
                     *             "field": "submitted_at",
                     *             "code": "not_a_date",
                     *             "reason": "\"13/45/2018 9:02\" is not a date. Month / day / year is expected.",
                     *             "note": {
                     *               "code": "not_a_date",
                     *               "params": {
                     *                 "text": "\"13/45/2018 9:02\"",
                     *                 "order": "mdy"
                     *               }
                     *             }
                     *           }
                     *         ],
                     *         "days": {
                     *           "first": "2018-12-06",
                     *           "last": "2019-01-01"
                     *         }
                     *       },
                     *       "created_by": "user:u1",
                     *       "created_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "imported_at": null,
                     *       "undone_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recogniseImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "header_rows": 2,
                 *       "encoding": "windows-1252"
                 *     }
                 */
                "application/json": components["schemas"]["RecognitionTold"];
            };
        };
        responses: {
            /** @description The import as it is recognised now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 4,
                     *       "status": "recognised",
                     *       "file_name": "survey.csv",
                     *       "byte_count": 48210,
                     *       "form_id": null,
                     *       "recognition": {
                     *         "format": "csv",
                     *         "encoding": "utf-8",
                     *         "encoding_confidence": "sure",
                     *         "encoding_reason": "only ASCII characters",
                     *         "encoding_note": {
                     *           "code": "only_ascii",
                     *           "params": {}
                     *         },
                     *         "delimiter": ",",
                     *         "delimiter_confidence": "sure",
                     *         "delimiter_reason": "all rows looked at have 8 columns this way",
                     *         "delimiter_note": {
                     *           "code": "columns_even",
                     *           "params": {
                     *             "columns": 8
                     *           }
                     *         },
                     *         "sheet": null,
                     *         "other_sheets": [],
                     *         "header_rows": 1,
                     *         "header_confidence": "likely",
                     *         "header_reason": "the first row names the columns",
                     *         "header_note": {
                     *           "code": "header_plain",
                     *           "params": {}
                     *         },
                     *         "exporter": null,
                     *         "row_count": 3066,
                     *         "is_row_count_exact": true,
                     *         "columns": [],
                     *         "fields": [],
                     *         "warnings": [],
                     *         "remarks": [],
                     *         "told": {}
                     *       },
                     *       "mapping": {
                     *         "form_name": "survey",
                     *         "columns": [
                     *           {
                     *             "index": 0,
                     *             "use": "submitted_at",
                     *             "date_order": "mdy"
                     *           }
                     *         ]
                     *       },
                     *       "report": null,
                     *       "created_by": "user:u1",
                     *       "created_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "imported_at": null,
                     *       "undone_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_large`: It is larger than the limit */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `file_refused`: The file does not hold survey responses */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRefusedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A CSV file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example row,field,reason
                     *     2077,submitted_at,not a date
                     */
                    "text/csv": string;
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run to follow */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 9,
                     *       "kind": "import",
                     *       "status": "queued",
                     *       "persona_id": null,
                     *       "import_id": 4,
                     *       "done": 0,
                     *       "total": 3066,
                     *       "attempt": 0,
                     *       "result": null,
                     *       "error": null,
                     *       "requested_by": "user:demo",
                     *       "requested_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "started_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run to follow */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 9,
                     *       "kind": "undo-import",
                     *       "status": "queued",
                     *       "persona_id": null,
                     *       "import_id": 4,
                     *       "done": 0,
                     *       "total": 3066,
                     *       "attempt": 0,
                     *       "result": null,
                     *       "error": null,
                     *       "requested_by": "user:demo",
                     *       "requested_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "started_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 2,
                     *           "email": "ann@example.com",
                     *           "role": "editor",
                     *           "created_at": "2026-01-31T09:00:00.000Z",
                     *           "expires_at": "2026-02-07T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ann@example.com",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "editor" | "viewer";
                };
            };
        };
        responses: {
            /** @description The invitation and its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "email": "ann@example.com",
                     *       "role": "editor",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "expires_at": "2026-02-07T09:00:00.000Z",
                     *       "link": "http://localhost:5000/invitation#token=…"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601 instant with offset
                         */
                        created_at: string;
                        email: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 instant with offset
                         */
                        expires_at: string;
                        /** @description Identifier, unique within the installation */
                        id: number;
                        link: string;
                        /** @enum {string} */
                        role: "owner" | "editor" | "viewer";
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "…"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description The session as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "u1",
                     *         "name": "Demo owner",
                     *         "email": "owner@example.com"
                     *       },
                     *       "tenant": {
                     *         "id": 1,
                     *         "name": "Demo",
                     *         "is_demo": true,
                     *         "role": "owner",
                     *         "scopes": [
                     *           "read",
                     *           "submit",
                     *           "write",
                     *           "admin"
                     *         ]
                     *       },
                     *       "tenants": [
                     *         {
                     *           "id": 1,
                     *           "name": "Demo",
                     *           "is_demo": true,
                     *           "role": "owner"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "user_id": "u1",
                     *           "name": "Demo owner",
                     *           "email": "owner@example.com",
                     *           "role": "owner",
                     *           "created_at": "2026-01-31T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Member"][];
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "editor" | "viewer";
                };
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user_id": "u1",
                     *       "name": "Demo owner",
                     *       "email": "owner@example.com",
                     *       "role": "viewer",
                     *       "created_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRespondents: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description Only those with this in their key; without case */
                key_contains?: string;
                limit?: number;
                /** @description Only the one with this key */
                respondent_key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of respondents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 3,
                     *           "respondent_key": "customer-3",
                     *           "response_count": 2,
                     *           "first_response_at": "2025-06-01T08:00:00.000Z",
                     *           "latest_response_at": "2026-01-30T10:12:00.000Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Respondent"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRespondent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The respondent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "respondent_key": "customer-3",
                     *       "response_count": 2,
                     *       "first_response_at": "2025-06-01T08:00:00.000Z",
                     *       "latest_response_at": "2026-01-30T10:12:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Respondent"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseRespondent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was erased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "responses_erased": 2,
                     *       "scores_erased": 10,
                     *       "snapshots_recomputed": 4,
                     *       "erased_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureReceipt"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listResponses: {
        parameters: {
            query?: {
                /** @description With `attribute`: what was answered, or one of several answers; without case */
                answer?: string;
                /** @description With `answer`: the key of an answer, as it was submitted */
                attribute?: string;
                band?: components["schemas"]["Band"];
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                endDate?: string;
                /** @description Only the one with this id of the source */
                external_id?: string;
                form_id?: number;
                import_id?: number;
                limit?: number;
                /** @description With `band`: only responses in that band for this persona */
                persona_id?: number;
                respondent_id?: number;
                /** @description Calendar day in the tenant's time zone, YYYY-MM-DD */
                startDate?: string;
                /** @description Only responses with this in an answer or in their external id; without case */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of responses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 12,
                     *           "form_id": 1,
                     *           "respondent_id": 3,
                     *           "external_id": "r-12",
                     *           "import_id": null,
                     *           "submitted_at": "2026-01-30T10:12:00.000Z",
                     *           "received_at": "2026-01-30T10:12:01.000Z",
                     *           "response_data": {
                     *             "age": 31
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Response"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right; `takes_too_long`: It takes too long: ask for less */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 12,
                     *       "form_id": 1,
                     *       "respondent_id": 3,
                     *       "external_id": "r-12",
                     *       "import_id": null,
                     *       "submitted_at": "2026-01-30T10:12:00.000Z",
                     *       "received_at": "2026-01-30T10:12:01.000Z",
                     *       "response_data": {
                     *         "age": 31
                     *       },
                     *       "scores": [
                     *         {
                     *           "persona_id": 1,
                     *           "persona_name": "Maya, product manager",
                     *           "edition": 1,
                     *           "match_score": 100,
                     *           "band": "strong",
                     *           "evidence": 1,
                     *           "matched_attributes": {
                     *             "age": {
                     *               "expected": {
                     *                 "min": 25,
                     *                 "max": 40
                     *               },
                     *               "actual": 31,
                     *               "match": true,
                     *               "answered": true
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ResponseDetail"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was erased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "responses_erased": 1,
                     *       "scores_erased": 10,
                     *       "snapshots_recomputed": 4,
                     *       "erased_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureReceipt"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string;
                import_id?: number;
                kind?: "batch-calculate" | "sync" | "import" | "undo-import";
                limit?: number;
                persona_id?: number;
                status?: "queued" | "running" | "succeeded" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 7,
                     *           "kind": "batch-calculate",
                     *           "status": "succeeded",
                     *           "persona_id": 1,
                     *           "import_id": null,
                     *           "done": 6000,
                     *           "total": 6000,
                     *           "attempt": 1,
                     *           "result": {
                     *             "processed": 6000,
                     *             "matched": 2210
                     *           },
                     *           "error": null,
                     *           "requested_by": "user:demo",
                     *           "requested_by_name": "Demo owner",
                     *           "created_at": "2026-01-31T09:00:00.000Z",
                     *           "started_at": "2026-01-31T09:00:00.100Z",
                     *           "finished_at": "2026-01-31T09:00:00.900Z"
                     *         }
                     *       ],
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "kind": "batch-calculate",
                     *       "status": "succeeded",
                     *       "persona_id": 1,
                     *       "import_id": null,
                     *       "done": 6000,
                     *       "total": 6000,
                     *       "attempt": 1,
                     *       "result": {
                     *         "processed": 6000,
                     *         "matched": 2210
                     *       },
                     *       "error": null,
                     *       "requested_by": "user:demo",
                     *       "requested_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "started_at": "2026-01-31T09:00:00.100Z",
                     *       "finished_at": "2026-01-31T09:00:00.900Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run to follow */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 8,
                     *       "kind": "batch-calculate",
                     *       "status": "queued",
                     *       "persona_id": 1,
                     *       "import_id": null,
                     *       "done": 0,
                     *       "total": null,
                     *       "attempt": 0,
                     *       "result": null,
                     *       "error": null,
                     *       "requested_by": "user:demo",
                     *       "requested_by_name": "Demo owner",
                     *       "created_at": "2026-01-31T09:00:00.000Z",
                     *       "started_at": null,
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state; `already_running`: It is already running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_rules`: The persona has no rules yet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session; user and tenant are null when nobody is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "u1",
                     *         "name": "Demo owner",
                     *         "email": "owner@example.com"
                     *       },
                     *       "tenant": {
                     *         "id": 1,
                     *         "name": "Demo",
                     *         "is_demo": true,
                     *         "role": "owner",
                     *         "scopes": [
                     *           "read",
                     *           "submit",
                     *           "write",
                     *           "admin"
                     *         ]
                     *       },
                     *       "tenants": [
                     *         {
                     *           "id": 1,
                     *           "name": "Demo",
                     *           "is_demo": true,
                     *           "role": "owner"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tenant_id": 1
                 *     }
                 */
                "application/json": {
                    /** @description Identifier, unique within the installation */
                    tenant_id: number;
                };
            };
        };
        responses: {
            /** @description The session as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "u1",
                     *         "name": "Demo owner",
                     *         "email": "owner@example.com"
                     *       },
                     *       "tenant": {
                     *         "id": 1,
                     *         "name": "Demo",
                     *         "is_demo": true,
                     *         "role": "owner",
                     *         "scopes": [
                     *           "read",
                     *           "submit",
                     *           "write",
                     *           "admin"
                     *         ]
                     *       },
                     *       "tenants": [
                     *         {
                     *           "id": 1,
                     *           "name": "Demo",
                     *           "is_demo": true,
                     *           "role": "owner"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Demo",
                     *       "time_zone": "Europe/London",
                     *       "is_demo": true,
                     *       "settings": {
                     *         "bands": {
                     *           "moderate": 50,
                     *           "strong": 70
                     *         },
                     *         "metrics": {
                     *           "satisfaction": {
                     *             "field": "satisfaction",
                     *             "min": 1,
                     *             "max": 5
                     *           },
                     *           "loyalty": {
                     *             "field": "nps_score",
                     *             "min": 0,
                     *             "max": 10
                     *           },
                     *           "trust": {
                     *             "field": "trust_rating",
                     *             "min": 1,
                     *             "max": 5
                     *           },
                     *           "effort": {
                     *             "field": "effort_score",
                     *             "min": 1,
                     *             "max": 7
                     *           }
                     *         },
                     *         "demographics": [
                     *           "age",
                     *           "gender",
                     *           "location",
                     *           "occupation"
                     *         ]
                     *       },
                     *       "created_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "time_zone": "Europe/Paris"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    settings?: components["schemas"]["TenantSettings"];
                    time_zone?: string;
                };
            };
        };
        responses: {
            /** @description The tenant as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "name": "Demo",
                     *       "time_zone": "Europe/Paris",
                     *       "is_demo": true,
                     *       "settings": {
                     *         "bands": {
                     *           "moderate": 50,
                     *           "strong": 70
                     *         },
                     *         "metrics": {
                     *           "satisfaction": {
                     *             "field": "satisfaction",
                     *             "min": 1,
                     *             "max": 5
                     *           },
                     *           "loyalty": {
                     *             "field": "nps_score",
                     *             "min": 0,
                     *             "max": 10
                     *           },
                     *           "trust": {
                     *             "field": "trust_rating",
                     *             "min": 1,
                     *             "max": 5
                     *           },
                     *           "effort": {
                     *             "field": "effort_score",
                     *             "min": 1,
                     *             "max": 7
                     *           }
                     *         },
                     *         "demographics": [
                     *           "age",
                     *           "gender",
                     *           "location",
                     *           "occupation"
                     *         ]
                     *       },
                     *       "created_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "moderate": 40,
                 *       "strong": 70
                 *     }
                 */
                "application/json": {
                    moderate: number;
                    strong: number;
                };
            };
        };
        responses: {
            /** @description Responses of each active persona that has been calculated, by band, now and then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "persona_id": 1,
                     *           "persona_name": "Maya",
                     *           "before": {
                     *             "strong": 20,
                     *             "moderate": 30,
                     *             "weak": 50
                     *           },
                     *           "after": {
                     *             "strong": 20,
                     *             "moderate": 45,
                     *             "weak": 35
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BandChange"][];
                    };
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenantContents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "responses": 6000,
                     *       "respondents": 3767,
                     *       "personas": 5,
                     *       "forms": 3,
                     *       "imports": 0,
                     *       "snapshots": 1800,
                     *       "attributes": 4
                     *     }
                     */
                    "application/json": components["schemas"]["TenantContents"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseTenantData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": "Demo"
                 *     }
                 */
                "application/json": {
                    /** @description The name of the tenant, as it is written */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description What was deleted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "responses": 6000,
                     *       "respondents": 3767,
                     *       "personas": 5,
                     *       "forms": 3,
                     *       "imports": 0,
                     *       "snapshots": 1800,
                     *       "attributes": 4
                     *     }
                     */
                    "application/json": components["schemas"]["TenantContents"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_state`: It cannot be done in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme",
                 *       "time_zone": "Europe/Paris"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @default UTC */
                    time_zone?: string;
                };
            };
        };
        responses: {
            /** @description The tenant */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "Acme",
                     *       "time_zone": "Europe/Paris",
                     *       "is_demo": false,
                     *       "settings": {
                     *         "bands": {
                     *           "moderate": 50,
                     *           "strong": 70
                     *         },
                     *         "metrics": {
                     *           "satisfaction": {
                     *             "field": "satisfaction",
                     *             "min": 1,
                     *             "max": 5
                     *           },
                     *           "loyalty": {
                     *             "field": "nps_score",
                     *             "min": 0,
                     *             "max": 10
                     *           },
                     *           "trust": {
                     *             "field": "trust_rating",
                     *             "min": 1,
                     *             "max": 5
                     *           },
                     *           "effort": {
                     *             "field": "effort_score",
                     *             "min": 1,
                     *             "max": 7
                     *           }
                     *         },
                     *         "demographics": [
                     *           "age",
                     *           "gender",
                     *           "location",
                     *           "occupation"
                     *         ]
                     *       },
                     *       "created_at": "2026-01-31T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description `not_signed_in`: Sign in first */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_allowed`: Your role or key does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_input`: Some values are not right */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example likeness_up 1 */
                    "text/plain": string;
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "database": "PostgreSQL 18.4",
                     *       "migrations": 2,
                     *       "jobs": true
                     *     }
                     */
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_ready`: The server is not ready */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
