/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pencil/syl-pencil-job.h"
#include "pencil/syl-pencil.h"

G_BEGIN_DECLS

/* What the reader is told; nothing yet while all are 0. */
typedef struct
{
  unsigned int n_stored;
  unsigned int n_attached;
  unsigned int n_moved;
  unsigned int n_orphaned;
  unsigned int n_elsewhere;
  unsigned int n_missing;
} SylPencilCounts;

/*
 *   page’s text ──────────────────┐
 *   highlights of the pick ───────┴→ find (thread) ─┬→ marks → page
 *                                                   └→ what became of them → library
 *   selection → quote (thread) → library → highlights of the pick → …
 */
struct _SylPencil
{
  GObject parent_instance;

  SylLibrary *library;       /* owned */
  SylPageView *view;         /* owned */
  SylSource *source;         /* owned, nullable */
  GListModel *highlights;    /* owned, nullable: of all sources of the pick */
  char *uri;                 /* owned, nullable: canonical, of the page */
  GHashTable *led;           /* owned: where addresses have led to, canonical ones to such */
  SylPageText *text;         /* owned, nullable: none while the page loads */
  SylPencilPage *page;       /* owned, nullable: the same, to be worked on */
  GPtrArray *matches;        /* owned, nullable: what was found in it */
  guint settle_id;
  gboolean is_settled;       /* the page has not changed for a while */
  GCancellable *cancellable; /* owned: of what belongs to this page */
  unsigned int n_collected;   /* highlights of the pick, when they were looked for */
  unsigned int n_passed_over; /* of them, those of other pages */
  unsigned int n_unpainted;   /* marks that the view did not take */
  SylPencilCounts counts;
  gboolean finding;
  gboolean stale; /* the highlights have changed since the job that runs began */
};

typedef enum
{
  SYL_PENCIL_ELSEWHERE,
  SYL_PENCIL_MAYBE_HERE,
  SYL_PENCIL_HERE,
} SylPencilWhere;

void           _syl_pencil_count        (SylPencil    *self,
                                         GPtrArray    *matches);
gboolean       _syl_pencil_is_known     (SylPencil            *self,
                                         const SylPencilMatch *match);
gboolean       _syl_pencil_read_address (SylPencil    *self);
SylPencilWhere _syl_pencil_locate       (SylPencil    *self,
                                         SylHighlight *highlight);

G_END_DECLS
