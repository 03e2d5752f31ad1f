/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pencil/syl-pencil-private.h"

typedef enum
{
  PROP_N_STORED = 1,
  PROP_N_ATTACHED,
  PROP_N_MOVED,
  PROP_N_ORPHANED,
  PROP_N_ELSEWHERE,
  PROP_N_MISSING,
  PROP_ANNOTATABLE,
} SylPencilProps;

static GParamSpec *properties[PROP_ANNOTATABLE + 1];

G_DEFINE_FINAL_TYPE (SylPencil, syl_pencil, G_TYPE_OBJECT)

/* So long a page has to be as it is before anything counts as gone from it. */
#define SETTLE_MS 2000

static void find_highlights (SylPencil *self);

/**
 * syl_pencil_get_trouble:
 * @self: a pencil
 *
 * Returns: why the page can’t show highlights; notified with #SylPencil:annotatable
 */
SylPageTextTrouble
syl_pencil_get_trouble (SylPencil *self)
{
  g_return_val_if_fail (SYL_IS_PENCIL (self), SYL_PAGE_TEXT_TROUBLE_NONE);

  return syl_page_view_get_text_trouble (self->view);
}

/* What is selected is told for some pages that have no text, too. */
static gboolean
is_annotatable (SylPencil *self)
{
  SylPageTextTrouble trouble = syl_pencil_get_trouble (self);

  return self->page != NULL || trouble == SYL_PAGE_TEXT_TROUBLE_TOO_LARGE || trouble == SYL_PAGE_TEXT_TROUBLE_VIEWER;
}

static void
publish (SylPencil *self,
         GPtrArray *matches)
{
  _syl_pencil_count (self, matches);
  for (int i = PROP_N_STORED; i <= PROP_ANNOTATABLE; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
add_mark (GPtrArray            *marks,
          const SylPencilMatch *match)
{
  if (match->status != SYL_ANCHOR_ORPHANED)
    g_ptr_array_add (marks, syl_page_mark_new (match->uuid, match->start, match->end, match->meaning,
                                               match->status == SYL_ANCHOR_MOVED));
}

static void
paint (SylPencil *self,
       GPtrArray *matches)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_page_mark_free);

  for (guint i = 0; i < matches->len; i++)
    add_mark (marks, g_ptr_array_index (matches, i));
  syl_page_view_set_marks (self->view, self->text->version, marks);
  self->n_unpainted = marks->len - MIN (marks->len, syl_page_view_get_n_marks (self->view));
}

static void
places_kept_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_set_highlight_places_finish (SYL_LIBRARY (object), result, &error))
    g_message ("The places of highlights were not saved: %s", error->message);
}

static void
keep_places (SylPencil *self,
             GPtrArray *matches)
{
  g_autofree SylHighlightPlace *places = g_new0 (SylHighlightPlace, matches->len + 1);
  gsize n_places = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const SylPencilMatch *match = g_ptr_array_index (matches, i);

      if (_syl_pencil_is_known (self, match))
        places[n_places++] = (SylHighlightPlace) { match->uuid, (SylHighlightStatus) match->status, match->score,
                                                   match->position };
    }
  if (n_places > 0 && !syl_library_get_read_only (self->library))
    syl_library_set_highlight_places_async (self->library, places, n_places, NULL, places_kept_cb, NULL);
}

static void
judge (SylPencil *self)
{
  publish (self, self->matches);
  keep_places (self, self->matches);
}

static gboolean
settle_cb (gpointer user_data)
{
  SylPencil *self = user_data;

  if (syl_page_view_get_loading (self->view))
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;
  self->is_settled = TRUE;
  if (self->matches != NULL && !self->finding)
    judge (self);
  return G_SOURCE_REMOVE;
}

static void
take_matches (SylPencil *self,
              GPtrArray *matches)
{
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = g_ptr_array_ref (matches);
  paint (self, matches);
  judge (self);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = syl_pencil_find_finish (result, &error);
  SylPencil *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->finding = FALSE;
  if (self->stale)
    {
      find_highlights (self);
      return;
    }
  if (matches == NULL)
    {
      g_message ("Highlights were not looked for: %s", error->message);
      matches = g_ptr_array_new ();
      publish (self, matches);
      return;
    }
  take_matches (self, matches);
}

static SylPencilMatch *
make_match (SylHighlight   *highlight,
            SylPencilWhere  where)
{
  SylPencilMatch *match = syl_pencil_match_new (syl_highlight_get_uuid (highlight),
                                                syl_highlight_get_selectors (highlight),
                                                syl_highlight_get_meaning (highlight),
                                                (SylAnchorStatus) syl_highlight_get_status (highlight));

  match->is_guess = where == SYL_PENCIL_MAYBE_HERE;
  return match;
}

/**
 * syl_pencil_is_on_page:
 * @self: a pencil
 * @highlight: a highlight
 *
 * Returns: whether it belongs to the page that is shown, or to one that led to it; that may change when
 *   #SylPencil:annotatable is notified
 */
gboolean
syl_pencil_is_on_page (SylPencil    *self,
                       SylHighlight *highlight)
{
  g_return_val_if_fail (SYL_IS_PENCIL (self), FALSE);

  return _syl_pencil_locate (self, highlight) != SYL_PENCIL_ELSEWHERE;
}

static GPtrArray *
collect (SylPencil *self)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_pencil_match_free);

  _syl_pencil_read_address (self);
  self->n_collected = g_list_model_get_n_items (self->highlights);
  self->n_passed_over = 0;
  for (guint i = 0; i < self->n_collected; i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, i);
      SylPencilWhere where = _syl_pencil_locate (self, highlight);

      if (where != SYL_PENCIL_ELSEWHERE)
        g_ptr_array_add (matches, make_match (highlight, where));
      else
        self->n_passed_over++;
    }
  return matches;
}

/* A page that can’t be read says nothing about what is on it. */
static void
count_unread (SylPencil *self,
              GPtrArray *matches)
{
  if (syl_pencil_get_trouble (self) != SYL_PAGE_TEXT_TROUBLE_NONE)
    publish (self, matches);
  else
    publish (self, NULL);
}

static void
find_highlights (SylPencil *self)
{
  g_autoptr (GPtrArray) matches = NULL;

  self->stale = self->finding;
  if (self->finding || self->highlights == NULL)
    return;

  matches = collect (self);
  if (self->page == NULL)
    {
      count_unread (self, matches);
    }
  else if (matches->len == 0)
    {
      take_matches (self, matches);
    }
  else
    {
      self->finding = TRUE;
      syl_pencil_find_async (self->page, matches, self->cancellable, found_cb, self);
    }
}

/* Jobs of the page or the source before are not waited for. */
static void
stop_finding (SylPencil *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->finding = FALSE;
}

static void
begin_page (SylPencil *self)
{
  stop_finding (self);
  self->is_settled = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->n_unpainted = 0;
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->page, syl_pencil_page_unref);
  g_clear_pointer (&self->text, syl_page_text_unref);
}

static void
wait_for_rest (SylPencil *self)
{
  self->is_settled = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

/* The document may stay, but what it shows at another address is still to come. */
static void
address_changed_cb (SylPencil *self)
{
  if (!_syl_pencil_read_address (self))
    return;

  if (self->page != NULL)
    wait_for_rest (self);
  find_highlights (self);
}

static void
text_changed_cb (SylPencil *self)
{
  begin_page (self);
  self->text = syl_page_view_dup_text (self->view);
  if (self->text != NULL)
    {
      self->page = syl_pencil_page_new (self->text);
      wait_for_rest (self);
    }
  publish (self, NULL);
  find_highlights (self);
}

static void
syl_pencil_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SylPencil *self = SYL_PENCIL (object);
  const SylPencilCounts *counts = &self->counts;
  const unsigned int numbers[] = {
    0, counts->n_stored, counts->n_attached, counts->n_moved, counts->n_orphaned, counts->n_elsewhere, counts->n_missing,
  };

  if (property_id == PROP_ANNOTATABLE)
    g_value_set_boolean (value, is_annotatable (self));
  else
    g_value_set_uint (value, numbers[property_id]);
}

/* A highlight that means something else has another colour. */
static void
watch (SylPencil    *self,
       unsigned int  position,
       unsigned int  n_items)
{
  for (guint i = position; i < position + n_items; i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, i);

      g_signal_handlers_disconnect_by_data (highlight, self);
      g_signal_connect_object (highlight, "notify::meaning", G_CALLBACK (find_highlights), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (highlight, "notify::selectors", G_CALLBACK (find_highlights), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (highlight, "notify::source-id", G_CALLBACK (find_highlights), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (highlight, "notify::uri", G_CALLBACK (find_highlights), self, G_CONNECT_SWAPPED);
    }
}

static void
highlights_changed_cb (SylPencil    *self,
                       unsigned int  position,
                       unsigned int  n_removed,
                       unsigned int  n_added)
{
  watch (self, position, n_added);
  find_highlights (self);
}

static void
drop_highlights (SylPencil *self)
{
  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_clear_object (&self->highlights);
}

static void
take_highlights (SylPencil  *self,
                 GListModel *highlights)
{
  drop_highlights (self);
  if (!g_set_object (&self->highlights, highlights))
    return;

  g_signal_connect_object (highlights, "items-changed", G_CALLBACK (highlights_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch (self, 0, g_list_model_get_n_items (highlights));
}

static void
syl_pencil_dispose (GObject *object)
{
  SylPencil *self = SYL_PENCIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  drop_highlights (self);
  g_clear_object (&self->source);
  g_clear_object (&self->view);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_pencil_parent_class)->dispose (object);
}

static void
syl_pencil_finalize (GObject *object)
{
  SylPencil *self = SYL_PENCIL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->page, syl_pencil_page_unref);
  g_clear_pointer (&self->text, syl_page_text_unref);
  g_hash_table_unref (self->led);
  g_free (self->uri);

  G_OBJECT_CLASS (syl_pencil_parent_class)->finalize (object);
}

static void
syl_pencil_class_init (SylPencilClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const counts[] = {
    NULL, "n-stored", "n-attached", "n-moved", "n-orphaned", "n-elsewhere", "n-missing",
  };
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = syl_pencil_dispose;
  object_class->finalize = syl_pencil_finalize;
  object_class->get_property = syl_pencil_get_property;

  for (int i = PROP_N_STORED; i <= PROP_N_MISSING; i++)
    properties[i] = g_param_spec_uint (counts[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ANNOTATABLE] = g_param_spec_boolean ("annotatable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, GDK_TYPE_RECTANGLE);
  g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
syl_pencil_init (SylPencil *self)
{
  self->cancellable = g_cancellable_new ();
  self->led = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * syl_pencil_new:
 * @library: where highlights are kept
 * @view: what shows pages
 *
 * Returns: (transfer full): a pencil without a source
 */
SylPencil *
syl_pencil_new (SylLibrary  *library,
                SylPageView *view)
{
  SylPencil *self = g_object_new (SYL_TYPE_PENCIL, NULL);

  self->library = g_object_ref (library);
  self->view = g_object_ref (view);
  g_signal_connect_object (view, "notify::page-text", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::uri", G_CALLBACK (address_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::asked-uri", G_CALLBACK (address_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::text-trouble", G_CALLBACK (find_highlights), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * syl_pencil_set_source:
 * @self: a pencil
 * @source: (nullable): what the view shows, or where its links began
 * @highlights: (nullable) (element-type SylHighlight): those of the pick, live
 */
void
syl_pencil_set_source (SylPencil  *self,
                       SylSource  *source,
                       GListModel *highlights)
{
  g_return_if_fail (SYL_IS_PENCIL (self));

  if (g_set_object (&self->source, source))
    stop_finding (self);
  if (self->highlights != highlights)
    take_highlights (self, highlights);
  find_highlights (self);
}
