/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-reader.h"

#include "page/syl-reader-private.h"
#include "page/syl-source-switcher.h"
#include "page/syl-state-button.h"
#include "passes/syl-study.h"
#include "text/syl-uri.h"

static GParamSpec *properties[SYL_READER_N_PROPS];

G_DEFINE_FINAL_TYPE (SylReader, syl_reader, ADW_TYPE_BREAKPOINT_BIN)

void
_syl_reader_notify (SylReader      *self,
                    SylReaderProps  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
get_view_flag (SylReader  *self,
               const char *name)
{
  gboolean flag = FALSE;

  if (self->view != NULL)
    g_object_get (self->view, name, &flag, NULL);
  return flag;
}

/* The panel is beside the page, or in the sheet. */
static void
place_panel (SylReader *self)
{
  AdwBin *from = self->narrow ? self->wide_bin : self->narrow_bin;
  AdwBin *to = self->narrow ? self->narrow_bin : self->wide_bin;
  g_autoptr (GtkWidget) panel = g_object_ref (GTK_WIDGET (self->panel));

  if (adw_bin_get_child (from) == panel)
    {
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (to, panel);
    }
  if (!self->narrow)
    adw_bottom_sheet_set_open (self->sheet, FALSE);
  adw_overlay_split_view_set_show_sidebar (self->split_view, !self->narrow && self->show_panel);
  _syl_reader_notify (self, SYL_READER_PROP_PANEL_VISIBLE);
}

static void
set_show_panel (SylReader *self,
                gboolean   show_panel)
{
  if (self->show_panel == show_panel)
    return;

  self->show_panel = show_panel;
  place_panel (self);
  _syl_reader_notify (self, SYL_READER_PROP_SHOW_PANEL);
}

static void
set_narrow (SylReader *self,
            gboolean   narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  place_panel (self);
  _syl_reader_notify (self, SYL_READER_PROP_NARROW);
}

static void
set_zoom (SylReader *self,
          double     zoom)
{
  if (ABS (self->zoom - zoom) < 0.001)
    return;

  self->zoom = zoom;
  _syl_reader_notify (self, SYL_READER_PROP_ZOOM);
}

static void
sheet_open_cb (SylReader *self)
{
  _syl_reader_notify (self, SYL_READER_PROP_PANEL_VISIBLE);
}

static void
syl_reader_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SylReader *self = SYL_READER (object);

  switch ((SylReaderProps) property_id)
    {
    case SYL_READER_PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case SYL_READER_PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case SYL_READER_PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case SYL_READER_PROP_LOCATION:
      g_value_take_string (value, _syl_reader_dup_location (self));
      break;
    case SYL_READER_PROP_CAN_GO_BACK:
      g_value_set_boolean (value, syl_reader_get_can_go_back (self));
      break;
    case SYL_READER_PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, syl_reader_get_can_go_forward (self));
      break;
    case SYL_READER_PROP_SHOW_PANEL:
      g_value_set_boolean (value, self->show_panel);
      break;
    case SYL_READER_PROP_PANEL_VISIBLE:
      g_value_set_boolean (value, syl_reader_get_panel_visible (self));
      break;
    case SYL_READER_PROP_ALONE:
      g_value_set_boolean (value, self->alone);
      break;
    case SYL_READER_PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case SYL_READER_PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case SYL_READER_PROP_CARET_BROWSING:
      g_value_set_boolean (value, self->caret_browsing);
      break;
    case SYL_READER_PROP_COUNT_TIME:
      g_value_set_boolean (value, self->count_time);
      break;
    case SYL_READER_N_PROPS:
      break;
    }
}

static void
syl_reader_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  SylReader *self = SYL_READER (object);

  switch (property_id)
    {
    case SYL_READER_PROP_LIBRARY:
      if (g_set_object (&self->library, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case SYL_READER_PROP_SHOW_PANEL:
      set_show_panel (self, g_value_get_boolean (value));
      break;
    case SYL_READER_PROP_PANEL_VISIBLE:
      syl_reader_set_panel_visible (self, g_value_get_boolean (value));
      break;
    case SYL_READER_PROP_ALONE:
      self->alone = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case SYL_READER_PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case SYL_READER_PROP_ZOOM:
      set_zoom (self, g_value_get_double (value));
      break;
    case SYL_READER_PROP_CARET_BROWSING:
      self->caret_browsing = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case SYL_READER_PROP_COUNT_TIME:
      self->count_time = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
syl_reader_grab_focus (GtkWidget *widget)
{
  SylReader *self = SYL_READER (widget);

  if (self->view != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Where the reader is alone, its own back button leads to the search. */
static gboolean
leads_back (SylReader *self,
            gboolean   found,
            gboolean   alone)
{
  return found && !alone;
}

static void
syl_reader_dispose (GObject *object)
{
  SylReader *self = SYL_READER (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  _syl_reader_drop_notes (self);
  self->view = NULL;
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_READER);
  g_clear_object (&self->loaded_source);
  g_clear_object (&self->source);
  g_clear_object (&self->pick);
  g_clear_object (&self->engine);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_reader_parent_class)->dispose (object);
}

static void
syl_reader_finalize (GObject *object)
{
  SylReader *self = SYL_READER (object);

  g_clear_object (&self->cancellable);
  g_free (self->wanted_uri);
  g_free (self->wanted_origin);
  g_clear_pointer (&self->wanted_place, syl_page_place_free);

  G_OBJECT_CLASS (syl_reader_parent_class)->finalize (object);
}

static GParamSpec *
flag (const char  *name,
      gboolean     value,
      GParamFlags  flags)
{
  return g_param_spec_boolean (name, NULL, NULL, value, flags | G_PARAM_STATIC_STRINGS);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[SYL_READER_PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, writable);
  properties[SYL_READER_PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, readable);
  properties[SYL_READER_PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, SYL_TYPE_SOURCE, readable);
  properties[SYL_READER_PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, readable);
  properties[SYL_READER_PROP_CAN_GO_BACK] = flag ("can-go-back", FALSE, readable);
  properties[SYL_READER_PROP_CAN_GO_FORWARD] = flag ("can-go-forward", FALSE, readable);
  properties[SYL_READER_PROP_SHOW_PANEL] = flag ("show-panel", TRUE, writable);
  properties[SYL_READER_PROP_PANEL_VISIBLE] = flag ("panel-visible", FALSE, writable);
  properties[SYL_READER_PROP_ALONE] = flag ("alone", FALSE, writable);
  properties[SYL_READER_PROP_NARROW] = flag ("narrow", FALSE, writable);
  properties[SYL_READER_PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.3, 3.0, 1.0, writable);
  properties[SYL_READER_PROP_CARET_BROWSING] = flag ("caret-browsing", FALSE, writable);
  properties[SYL_READER_PROP_COUNT_TIME] = flag ("count-time", TRUE, writable);
  g_object_class_install_properties (object_class, SYL_READER_N_PROPS, properties);
}

static void
syl_reader_class_init (SylReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_reader_dispose;
  object_class->finalize = syl_reader_finalize;
  object_class->get_property = syl_reader_get_property;
  object_class->set_property = syl_reader_set_property;
  widget_class->grab_focus = syl_reader_grab_focus;
  install_properties (object_class);

  g_type_ensure (SYL_TYPE_FIND_BAR);
  g_type_ensure (SYL_TYPE_MARKER_BAR);
  g_type_ensure (SYL_TYPE_PAGE_FAILURE_PAGE);
  g_type_ensure (SYL_TYPE_SIDE_PANEL);
  g_type_ensure (SYL_TYPE_SOURCE_SWITCHER);
  g_type_ensure (SYL_TYPE_STATE_BUTTON);
  g_type_ensure (SYL_TYPE_STUDY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, SylReader, sheet);
  gtk_widget_class_bind_template_child (widget_class, SylReader, split_view);
  gtk_widget_class_bind_template_child (widget_class, SylReader, wide_bin);
  gtk_widget_class_bind_template_child (widget_class, SylReader, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, SylReader, panel);
  gtk_widget_class_bind_template_child (widget_class, SylReader, stack);
  gtk_widget_class_bind_template_child (widget_class, SylReader, page_bin);
  gtk_widget_class_bind_template_child (widget_class, SylReader, failure_page);
  gtk_widget_class_bind_template_child (widget_class, SylReader, find_bar);
  gtk_widget_class_bind_template_child (widget_class, SylReader, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SylReader, marker_bar);
  gtk_widget_class_bind_template_callback (widget_class, leads_back);
}

static void
syl_reader_init (SylReader *self)
{
  self->cancellable = g_cancellable_new ();
  self->zoom = 1.0;
  self->count_time = TRUE;
  self->show_panel = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->sheet, "notify::open", G_CALLBACK (sheet_open_cb), self, G_CONNECT_SWAPPED);
}

/* Where the page is from, or the source while none is there. */
char *
_syl_reader_dup_location (SylReader *self)
{
  g_autofree char *uri = syl_reader_dup_uri (self);

  return uri != NULL ? syl_uri_dup_domain (uri) : NULL;
}

/**
 * syl_reader_get_source:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the source that is shown
 */
SylSource *
syl_reader_get_source (SylReader *self)
{
  g_return_val_if_fail (SYL_IS_READER (self), NULL);

  return self->source;
}

/**
 * syl_reader_dup_uri:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the address of what is shown or was to be shown
 */
char *
syl_reader_dup_uri (SylReader *self)
{
  g_autoptr (SylPageFailure) failure = NULL;
  const char *uri = NULL;

  g_return_val_if_fail (SYL_IS_READER (self), NULL);

  if (self->source == NULL)
    return NULL;
  if (self->view != NULL && self->loaded_source == self->source)
    {
      failure = syl_page_view_dup_failure (self->view);
      uri = failure != NULL ? failure->uri : syl_page_view_get_uri (self->view);
    }
  return g_strdup (syl_uri_is_web (uri) ? uri : syl_source_get_uri (self->source));
}

/**
 * syl_reader_get_has_page:
 * @self: a reader
 *
 * Returns: whether there is a page to look for words in, or to zoom
 */
gboolean
syl_reader_get_has_page (SylReader *self)
{
  g_autoptr (SylPageFailure) failure = NULL;

  g_return_val_if_fail (SYL_IS_READER (self), FALSE);

  if (self->view == NULL)
    return FALSE;
  failure = syl_page_view_dup_failure (self->view);
  return failure == NULL;
}

/**
 * syl_reader_get_has_left_source:
 * @self: a reader
 *
 * Returns: whether a link has led away from the address of the source
 */
gboolean
syl_reader_get_has_left_source (SylReader *self)
{
  g_autofree char *uri = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  g_return_val_if_fail (SYL_IS_READER (self), FALSE);

  if (self->source == NULL)
    return FALSE;
  uri = syl_reader_dup_uri (self);
  here = g_strdup (uri);
  there = g_strdup (syl_source_get_uri (self->source));
  return g_strcmp0 (strtok (here, "#"), strtok (there, "#")) != 0;
}

/**
 * syl_reader_get_can_go_back:
 * @self: a reader
 *
 * Returns: whether a link of the source was followed
 */
gboolean
syl_reader_get_can_go_back (SylReader *self)
{
  g_return_val_if_fail (SYL_IS_READER (self), FALSE);

  return get_view_flag (self, "can-go-back");
}

/**
 * syl_reader_get_can_go_forward:
 * @self: a reader
 *
 * Returns: whether the reader went back before
 */
gboolean
syl_reader_get_can_go_forward (SylReader *self)
{
  g_return_val_if_fail (SYL_IS_READER (self), FALSE);

  return get_view_flag (self, "can-go-forward");
}

/**
 * syl_reader_get_panel_visible:
 * @self: a reader
 *
 * Returns: whether the panel is shown, beside the page or as a sheet
 */
gboolean
syl_reader_get_panel_visible (SylReader *self)
{
  g_return_val_if_fail (SYL_IS_READER (self), FALSE);

  return self->narrow ? adw_bottom_sheet_get_open (self->sheet) : self->show_panel;
}

/**
 * syl_reader_set_panel_visible:
 * @self: a reader
 * @visible: whether the panel is to be shown
 *
 * Beside the page it stays as it is set, also next time; the sheet is for now.
 */
void
syl_reader_set_panel_visible (SylReader *self,
                              gboolean   visible)
{
  g_return_if_fail (SYL_IS_READER (self));

  if (self->narrow)
    adw_bottom_sheet_set_open (self->sheet, visible);
  else
    set_show_panel (self, visible);
}
